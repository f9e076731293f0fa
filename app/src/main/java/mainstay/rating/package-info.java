/// Who is a key account, how many stars every account bears, and why. Ratings follow the ledger: each run
/// stores what changed with every criterion's figure, so that "why did it move" is a comparison of two rows.
/// The rule and the model are plain functions in the packages below; this package feeds them and keeps the
/// results.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "portfolio",
            "portfolio :: period",
            "portfolio :: value",
            "ledger",
            "accounts",
            "approvals",
            "activity",
            "identity",
            "shared"
        })
package mainstay.rating;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
