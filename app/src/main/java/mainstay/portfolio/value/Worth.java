package mainstay.portfolio.value;

import java.util.List;
import mainstay.analytics.btyd.Interval;
import mainstay.analytics.btyd.Scale;
import org.jspecify.annotations.Nullable;

/// An outlook in money, four decimals.
///
/// @param stayingMargin what twelve months bring if the account surely stays, buying as often as it does
/// @param atRisk        what twelve months bring if it is still there, times the probability that it is not
record Worth(
        long spend,
        long margin,
        @Nullable Long marginLow,
        @Nullable Long marginHigh,
        long stayingMargin,
        long value,
        @Nullable Long valueLow,
        @Nullable Long valueHigh,
        @Nullable Long atRisk) {
    private static final double DECIMALS = 10_000;

    static Worth of(Outlook outlook, Spending.Expected spending, Margins.Rate rate) {
        double each = spending.amount() * rate.rate();
        double margin = outlook.purchases() * each;
        double value = Math.max(0, outlook.discounted() * each);
        Interval margins = range(margin, parts(outlook.purchasesRange(), outlook.purchases()), spending.error());
        Interval values = range(value, parts(outlook.discountedRange(), outlook.discounted()), spending.error());
        Double alive = outlook.alive();
        return new Worth(
                minor(spending.amount()),
                minor(margin),
                margins == null ? null : (Long) minor(margins.low()),
                margins == null ? null : (Long) minor(margins.high()),
                minor(outlook.ifStaying() * each),
                minor(value),
                values == null ? null : (Long) minor(values.low()),
                values == null ? null : (Long) minor(values.high()),
                alive == null ? null : (Long) minor(Math.max(0, outlook.ifKept() * each * (1 - alive))));
    }

    /// Buying and spending are taken as independent.
    ///
    /// @param buying how unsure the purchases are, in parts of their number
    static @Nullable Interval range(double centre, @Nullable Interval buying, @Nullable Double spending) {
        return centre <= 0 || buying == null || spending == null
                ? null
                : Interval.ofProduct(
                        centre, List.of(buying, Interval.around(1, spending, Scale.LOG, ModelOutlooks.LEVEL)));
    }

    /// An interval in parts of its centre; null where there is none.
    static @Nullable Interval parts(@Nullable Interval range, double centre) {
        return range == null || centre <= 0 ? null : range.partsOf(centre);
    }

    static long minor(double amount) {
        return Math.round(amount * DECIMALS);
    }
}
