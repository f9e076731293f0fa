/// How we and the people of our accounts are in touch: what somebody of us did, does and plans, for whom, with whom
/// and for how long; written down in seconds, read in lists, panels and calendars.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "team",
            "rating",
            "accounts",
            "accounts :: people",
            "ledger :: file",
            "activity",
            "identity",
            "shared"
        })
package mainstay.relationships;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
