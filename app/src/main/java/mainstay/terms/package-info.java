/// What an account gets and bears: payment term, credit limit, rebate, promotion support, guidance, service level
/// and lead time. The measures of its tier say it, or what was agreed with it; every other module asks here.
/// Credit is kept and checked in the package below, collecting what is owed in the one beside it.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "rating",
            "rating :: finding",
            "portfolio",
            "portfolio :: period",
            "ledger",
            "accounts",
            "approvals",
            "activity",
            "identity",
            "shared"
        })
package mainstay.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
