package mainstay.portfolio.value;

import mainstay.analytics.btyd.Interval;
import mainstay.analytics.btyd.Scale;
import org.jspecify.annotations.Nullable;

/// An outlook in money, four decimals.
record Worth(
        long spend,
        long margin,
        @Nullable Long marginLow,
        @Nullable Long marginHigh,
        long value,
        @Nullable Long valueLow,
        @Nullable Long valueHigh,
        @Nullable Long atRisk) {
    private static final double DECIMALS = 10_000;

    static Worth of(Outlook outlook, Spending.Expected spending, Margins.Rate rate) {
        double each = spending.amount() * rate.rate();
        double margin = outlook.purchases() * each;
        double value = Math.max(0, outlook.discounted() * each);
        Interval margins = range(margin, logError(outlook.purchasesRange()), spending.error());
        Interval values = range(value, outlook.error(), spending.error());
        Double alive = outlook.alive();
        return new Worth(
                minor(spending.amount()),
                minor(margin),
                margins == null ? null : (Long) minor(margins.low()),
                margins == null ? null : (Long) minor(margins.high()),
                minor(value),
                values == null ? null : (Long) minor(values.low()),
                values == null ? null : (Long) minor(values.high()),
                alive == null ? null : (Long) minor(Math.max(0, outlook.ifKept() * each * (1 - alive))));
    }

    /// The errors of buying and of spending are taken as independent.
    static @Nullable Interval range(double centre, @Nullable Double buying, @Nullable Double spending) {
        return centre <= 0 || buying == null || spending == null
                ? null
                : Interval.around(centre, Math.hypot(buying, spending), Scale.LOG, ModelOutlooks.LEVEL);
    }

    /// The standard error on the logarithmic scale behind an interval that was made on it.
    static @Nullable Double logError(@Nullable Interval range) {
        if (range == null || range.low() <= 0) {
            return null;
        }
        double twoSided =
                2 * Math.log(Interval.around(1, 1, Scale.LOG, range.level()).high());
        return Math.log(range.high() / range.low()) / twoSided;
    }

    static long minor(double amount) {
        return Math.round(amount * DECIMALS);
    }
}
