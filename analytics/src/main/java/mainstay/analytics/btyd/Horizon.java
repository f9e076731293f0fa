package mainstay.analytics.btyd;

import mainstay.analytics.purchase.TimeUnit;

/// A stretch of time ahead, with its unit.
///
/// @param length 0 or more, not necessarily whole
/// @param unit the unit of the length
public record Horizon(double length, TimeUnit unit) {

    /// Checks the length.
    ///
    /// @throws IllegalArgumentException if the length is below 0 or not finite
    public Horizon {
        if (!(length >= 0 && length < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("horizon " + length + " is not a number from 0 on");
        }
    }

    /// A number of days.
    public static Horizon days(double days) {
        return new Horizon(days, TimeUnit.DAY);
    }

    /// A number of weeks of seven days.
    public static Horizon weeks(double weeks) {
        return new Horizon(weeks, TimeUnit.WEEK);
    }

    /// A number of months of 30.4375 days.
    public static Horizon months(double months) {
        return new Horizon(months, TimeUnit.MONTH);
    }

    /// The length in another unit.
    public double in(TimeUnit other) {
        return unit == other ? length : length * unit.days() / other.days();
    }
}
