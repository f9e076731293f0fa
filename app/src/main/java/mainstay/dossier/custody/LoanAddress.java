package mainstay.dossier.custody;

import mainstay.portfolio.period.Address;
import org.jspecify.annotations.Nullable;

/// Address of the form on which an archive is asked for.
public final class LoanAddress {

    private LoanAddress() {}

    /// @param part to be ticked; null: none
    public static String of(String account, @Nullable String part) {
        return Address.of("/archive/loans/new")
                .with("account", account)
                .with("part", part)
                .toString();
    }
}
