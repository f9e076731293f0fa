package mainstay.dossier;

import mainstay.accounts.AccountCard;

/// Says who answers for an archive; contributed by whoever keeps custody.
public interface KeepingSource {

    Keeping of(AccountCard account);
}
