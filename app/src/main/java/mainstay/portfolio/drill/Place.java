package mainstay.portfolio.drill;

import java.time.LocalDate;
import mainstay.portfolio.period.Address;
import org.jspecify.annotations.Nullable;

/// Where sales are taken apart: on the page of all accounts or of one.
///
/// @param account null for all that the reader sees
/// @param path    of the page
record Place(@Nullable Long account, String path) {

    static final Place PORTFOLIO = new Place(null, "/portfolio/sales");

    Whose whose(SalesForm form, LocalDate asOf) {
        return new Whose(account, form.grouped(), form.billed(), asOf);
    }

    Address address() {
        return Address.of(path);
    }

    /// Whether rows name the account that they belong to.
    boolean named(SalesForm form) {
        return account == null || form.grouped() || form.billed();
    }
}
