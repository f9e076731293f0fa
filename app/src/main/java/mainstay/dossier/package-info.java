/// The archive: what is known of an account, since when, from whom and how surely. A fact is observed, grows
/// old and is observed anew; nothing is overwritten. What the ledger, the terms or the ratings know is read
/// from them and never typed.
@NullMarked
@NeedsScope(TokenScope.READ_ARCHIVE)
@ApplicationModule(
        allowedDependencies = {
            "terms",
            "terms :: credit",
            "terms :: price",
            "rating",
            "portfolio",
            "portfolio :: period",
            "ledger",
            "ledger :: file",
            "accounts",
            "accounts :: people",
            "accounts :: search",
            "approvals",
            "activity",
            "identity",
            "shared"
        })
package mainstay.dossier;

import mainstay.identity.NeedsScope;
import mainstay.identity.TokenScope;
import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
