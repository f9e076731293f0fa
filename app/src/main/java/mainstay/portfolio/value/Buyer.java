package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.purchase.TimeUnit;
import org.jspecify.annotations.Nullable;

/// An account with the days on which it bought.
///
/// @param days    days since 1970-01-01, in order, at least one
/// @param amounts gross sales of each day, four decimals
/// @param gross   all gross sales
/// @param net     gross sales less returns
/// @param known   gross sales whose cost is known
/// @param profit  net sales less cost, where the cost is known
/// @param year    of the last twelve months
/// @param closed  whether the account is closed
record Buyer(
        long account,
        List<Integer> days,
        List<Long> amounts,
        long gross,
        long net,
        long known,
        long profit,
        Year year,
        boolean closed) {
    private static final double DECIMALS = 10_000;

    /// @param orders days with a purchase whose cost is known
    /// @param known  gross sales whose cost is known
    /// @param profit net sales less cost, where the cost is known
    record Year(int orders, long known, long profit) {
        /// Fewer say little: one order or one return would decide.
        static final int FEWEST = 3;

        /// Null with too few orders.
        @Nullable
        Double marginRate() {
            return orders >= FEWEST && known > 0 ? Double.valueOf((double) profit / known) : null;
        }

        /// What was earned; null where no cost is known.
        @Nullable
        Long margin() {
            return known > 0 ? Long.valueOf(profit) : null;
        }
    }

    LocalDate first() {
        return LocalDate.ofEpochDay(days.getFirst());
    }

    LocalDate last() {
        return LocalDate.ofEpochDay(days.getLast());
    }

    int repeats() {
        return days.size() - 1;
    }

    /// The summary that models of repeat buying learn from; a first purchase says nothing of the amounts to come.
    CustomerSummary summary(LocalDate asOf, TimeUnit unit) {
        OptionalDouble mean = amounts.stream()
                .skip(1)
                .mapToDouble(amount -> amount / DECIMALS)
                .average();
        return new CustomerSummary(repeats(), unit.between(first(), last()), unit.between(first(), asOf), mean, unit);
    }

    PurchaseHistory history() {
        List<Purchase> purchases = new ArrayList<>(days.size());
        for (int i = 0; i < days.size(); i++) {
            purchases.add(new Purchase(LocalDate.ofEpochDay(days.get(i)), amounts.get(i) / DECIMALS));
        }
        return PurchaseHistory.of(purchases);
    }

    /// What of gross sales is earned; unknown without any known cost.
    @Nullable
    Double marginRate() {
        return known > 0 ? Double.valueOf((double) profit / known) : null;
    }

    /// What of gross sales stays after returns.
    double keptRate() {
        return gross > 0 ? Math.clamp((double) net / gross, 0, 1) : 1;
    }

    /// How many finished gaps are at least as long as the present one.
    int gapsFrom(LocalDate asOf) {
        long now = asOf.toEpochDay() - days.getLast();
        return (int) gaps().filter(gap -> gap >= now).count();
    }

    int longestGap() {
        return gaps().max().orElse(0);
    }

    private IntStream gaps() {
        return IntStream.range(1, days.size()).map(i -> days.get(i) - days.get(i - 1));
    }

    /// The mean amount of a day with a purchase, in units of the currency.
    double meanAmount() {
        return gross / DECIMALS / days.size();
    }
}
