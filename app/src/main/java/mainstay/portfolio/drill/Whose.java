package mainstay.portfolio.drill;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Whose sales are meant.
///
/// @param account null for all that the reader sees
/// @param group   an account with those under its control; for all accounts, that groups count as one
/// @param billed  the account that got the invoice counts, not the one that got the goods
/// @param asOf    day whose group tree counts
public record Whose(@Nullable Long account, boolean group, boolean billed, LocalDate asOf) {

    String column() {
        return billed ? "bill_to_id" : "account_id";
    }
}
