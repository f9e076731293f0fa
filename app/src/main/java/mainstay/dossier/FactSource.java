package mainstay.dossier;

import java.util.Optional;
import mainstay.accounts.AccountCard;

/// Reads what another module knows, so that nobody types it.
public interface FactSource {

    /// Code of the field that it fills.
    String field();

    /// As things stand today and as far as the reader may see them; empty where nothing is known.
    Optional<Reading> of(AccountCard account);
}
