package mainstay.analytics.value;

import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.purchase.TimeUnit;

/// What later money loses: a rate per stretch of time.
///
/// @param rate fraction per stretch, 0 or more, such as 0.01
/// @param per the stretch, longer than 0, such as a month
public record Discount(double rate, Horizon per) {

    /// Checks rate and stretch.
    ///
    /// @throws IllegalArgumentException if the rate is below 0 or not finite, or the stretch has no length
    public Discount {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("discount rate " + rate + " is not a number from 0 on");
        }
        if (per.length() <= 0) {
            throw new IllegalArgumentException("a discount rate needs a stretch longer than " + per.length());
        }
    }

    /// A rate per year of 365.25 days.
    public static Discount yearly(double rate) {
        return new Discount(rate, Horizon.days(365.25));
    }

    /// A rate per month of 30.4375 days.
    public static Discount monthly(double rate) {
        return new Discount(rate, Horizon.months(1));
    }

    /// What one unit of money after a stretch is worth today: (1 + rate)^−(after / per).
    public double factor(Horizon after) {
        return Math.pow(1 + rate, -after.in(TimeUnit.DAY) / per.in(TimeUnit.DAY));
    }

    /// The equivalent continuous rate δ = ln(1 + rate) / per, in 1 per unit of time.
    public double continuous(TimeUnit unit) {
        return Math.log1p(rate) / per.in(unit);
    }
}
