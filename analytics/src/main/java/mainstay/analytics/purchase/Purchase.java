package mainstay.analytics.purchase;

import java.time.LocalDate;

/// A sale to a customer on a day.
///
/// @param date the calendar day
/// @param amount what was bought, in the currency of the analysis; negative for a return
public record Purchase(LocalDate date, double amount) {

    /// Checks the amount.
    ///
    /// @throws IllegalArgumentException if the amount is NaN or infinite
    public Purchase {
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("amount " + amount + " on " + date + " is not finite");
        }
    }
}
