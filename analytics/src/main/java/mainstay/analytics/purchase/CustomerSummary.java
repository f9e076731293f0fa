package mainstay.analytics.purchase;

import java.util.OptionalDouble;

/// The sufficient statistics (x, t_x, T, m) of a customer for models of repeat buying.
///
/// All times start at the customer's first purchase, which is not itself a repeat purchase. Beware of the
/// word recency: in this literature it is `ageAtLastPurchase`, the time from first to last purchase, and
/// large is good; in RFM analysis it is the days since the last purchase, and small is good. The two add up
/// to `age`. Source: P. S. Fader, B. G. S. Hardie and K. L. Lee, "Counting Your Customers the Easy Way",
/// Marketing Science 24, 2005.
///
/// @param repeatPurchases x ("frequency"): days with a purchase after the first one, 0 or more
/// @param ageAtLastPurchase t_x ("recency"): time from the first to the last purchase, from 0 to `age`; 0
/// where x = 0
/// @param age T: time from the first purchase to the end of the observation, 0 or more
/// @param meanValue m: mean amount of a repeat purchase, the first purchase left out; empty where x = 0 or
/// amounts are unknown
/// @param unit unit of the two times
public record CustomerSummary(
        int repeatPurchases, double ageAtLastPurchase, double age, OptionalDouble meanValue, TimeUnit unit) {

    /// Checks that the numbers can belong to one customer.
    ///
    /// @throws IllegalArgumentException unless x ≥ 0, 0 ≤ t_x ≤ T < ∞, t_x = 0 where x = 0, and m is finite
    /// where known
    public CustomerSummary {
        if (repeatPurchases < 0) {
            throw new IllegalArgumentException("repeat purchases " + repeatPurchases + " are below 0");
        }
        if (!(ageAtLastPurchase >= 0 && ageAtLastPurchase <= age && age < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "age at last purchase " + ageAtLastPurchase + " is outside 0 to the age " + age);
        }
        if (repeatPurchases == 0 && ageAtLastPurchase > 0) {
            throw new IllegalArgumentException(
                    "without a repeat purchase the age at last purchase is 0, not " + ageAtLastPurchase);
        }
        if (meanValue.isPresent() && !Double.isFinite(meanValue.getAsDouble())) {
            throw new IllegalArgumentException("mean value " + meanValue.getAsDouble() + " is not finite");
        }
    }

    /// Whether the customer has come back at least once: x > 0.
    public boolean isRepeatCustomer() {
        return repeatPurchases > 0;
    }

    /// The same customer with times in another unit; counts and values do not change.
    public CustomerSummary in(TimeUnit other) {
        if (other == unit) {
            return this;
        }
        var factor = unit.days() / other.days();
        return new CustomerSummary(repeatPurchases, ageAtLastPurchase * factor, age * factor, meanValue, other);
    }
}
