/// The samples: public ledgers that somebody can look at before they bring their own. Each lives in a home of
/// its own and comes in through the same door as any file; the invented part of the wholesale sample is laid
/// over it here.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "activity",
            "approvals",
            "accounts",
            "accounts :: people",
            "ledger",
            "ledger :: file",
            "portfolio",
            "portfolio :: profit",
            "portfolio :: value",
            "rating",
            "rating :: finding",
            "dossier",
            "dossier :: custody",
            "dossier :: personal",
            "team :: duty",
            "team :: energy",
            "team :: member",
            "planning",
            "planning :: effect",
            "planning :: need",
            "planning :: plan",
            "planning :: work",
            "relationships",
            "postgres"
        })
package mainstay.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
