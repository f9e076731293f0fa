package mainstay.analytics.rfm;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import mainstay.analytics.purchase.PurchaseHistory;

/// What RFM analysis looks at in a customer.
///
/// @param daysSinceLastPurchase R: days from the last purchase to the day of the analysis, 0 or more; few are
/// good. It is not the recency t_x of [mainstay.analytics.purchase.CustomerSummary], but T − t_x
/// @param purchases F: number of days with a purchase, the first included, 1 or more
/// @param amount M: sum of all amounts in the currency of the analysis
public record RfmValues(int daysSinceLastPurchase, int purchases, double amount) {

    /// Checks the ranges.
    ///
    /// @throws IllegalArgumentException if days are below 0, purchases below 1 or the amount is not finite
    public RfmValues {
        if (daysSinceLastPurchase < 0) {
            throw new IllegalArgumentException("days since last purchase " + daysSinceLastPurchase + " are below 0");
        }
        if (purchases < 1) {
            throw new IllegalArgumentException("purchases " + purchases + " are below 1");
        }
        if (!Double.isFinite(amount)) {
            throw new IllegalArgumentException("amount " + amount + " is not finite");
        }
    }

    /// The values of a customer at the end of a day.
    ///
    /// @param asOf day of the analysis; later purchases are ignored
    /// @return empty where the first purchase came later
    public static Optional<RfmValues> of(PurchaseHistory history, LocalDate asOf) {
        return history.until(asOf)
                .map(known -> new RfmValues(
                        Math.toIntExact(ChronoUnit.DAYS.between(known.last(), asOf)),
                        known.days().size(),
                        known.amount()));
    }
}
