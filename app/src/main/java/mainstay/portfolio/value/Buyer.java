package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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
record Buyer(long account, List<Integer> days, List<Long> amounts, long gross, long net, long known, long profit) {
    private static final double DECIMALS = 10_000;

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

    /// The mean amount of a day with a purchase, in units of the currency.
    double meanAmount() {
        return gross / DECIMALS / days.size();
    }
}
