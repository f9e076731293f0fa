package mainstay.portfolio.profit;

import java.util.List;
import java.util.Set;
import mainstay.portfolio.AccountTotal;
import org.jspecify.annotations.Nullable;

/// What customers leave a year, and how many stay.
///
/// @param customers who bought in the year
/// @param margin    mean profit of those whose profit is known, in money; null where none is
/// @param retention part of the buyers of the year before who bought again; null where that year is not known
record Loyalty(
        int customers, @Nullable Double margin, @Nullable Double retention) {
    private static final double UNIT = 10_000;

    static Loyalty of(TwoYears years) {
        return of(years.now(), years.past());
    }

    /// @param before null where the ledger does not reach back that far
    static Loyalty of(List<AccountTotal> now, @Nullable List<AccountTotal> before) {
        Set<Long> buyers = TwoYears.buyers(now);
        var profit = now.stream()
                .filter(total -> total.profit() != null)
                .mapToDouble(total -> Waterfall.of(total).remains() / UNIT)
                .average();
        return new Loyalty(
                buyers.size(),
                profit.isPresent() ? profit.getAsDouble() : null,
                before == null ? null : kept(buyers, TwoYears.buyers(before)));
    }

    private static @Nullable Double kept(Set<Long> now, Set<Long> before) {
        return before.isEmpty()
                ? null
                : (double) before.stream().filter(now::contains).count() / before.size();
    }
}
