/// What is planned for an account: its needs, plans with a strategy and goals on live figures, the work that follows
/// from them, and what that work changed. Progress is read from the modules below and never typed; an effect is
/// measured by a test that was named beforehand. How well an account is kept is told by eight keys.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "dossier",
            "dossier :: card",
            "team :: duty",
            "team :: member",
            "terms",
            "rating",
            "portfolio",
            "ledger",
            "accounts",
            "accounts :: people",
            "approvals",
            "activity",
            "identity",
            "shared"
        })
package mainstay.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
