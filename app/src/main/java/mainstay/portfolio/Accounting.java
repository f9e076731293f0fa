package mainstay.portfolio;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import mainstay.analytics.concentration.Concentration;
import mainstay.analytics.profit.WhaleCurve;
import mainstay.portfolio.PortfolioReport.Top;
import mainstay.portfolio.PortfolioReport.Whale;
import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;

/// The totals of a period and the curves over them.
///
/// @param totals by revenue, the largest first
public record Accounting(
        Scope scope, LedgerTotal all, List<AccountTotal> totals, Concentration concentration, WhaleCurve whale) {
    private static final int TOP = 10;

    static Accounting of(Scope scope, LedgerTotal all, List<AccountTotal> totals) {
        long[] revenue = totals.stream().mapToLong(AccountTotal::revenue).toArray();
        long[] profit = totals.stream()
                .map(AccountTotal::profit)
                .filter(Objects::nonNull)
                .mapToLong(Long::longValue)
                .toArray();
        return new Accounting(scope, all, List.copyOf(totals), Concentration.of(revenue), WhaleCurve.of(profit));
    }

    public long revenue() {
        return totals.stream().mapToLong(AccountTotal::revenue).sum();
    }

    /// Sales of the account in the middle, of two the smaller one.
    public long middleRevenue() {
        return totals.isEmpty() ? 0 : totals.get(totals.size() / 2).revenue();
    }

    long lines() {
        return totals.stream().mapToLong(AccountTotal::lines).sum();
    }

    @Nullable
    Double share(AccountTotal total) {
        long whole = revenue();
        return whole <= 0 ? null : (double) total.revenue() / whole;
    }

    PortfolioReport report(String currency) {
        return new PortfolioReport(
                scope.asOf(),
                scope.from(),
                scope.to(),
                currency,
                lines(),
                new Money(revenue()).toDecimal(),
                new Money(all.unattributed()).toDecimal(),
                new Money(all.returns()).toDecimal(),
                all.unknownLines(),
                totals.size(),
                orNull(concentration.topFifthShare()),
                concentration.accountsForEighty().isPresent()
                        ? concentration.accountsForEighty().getAsInt()
                        : null,
                orNull(concentration.gini()),
                orNull(concentration.hhi()),
                orNull(concentration.cr(4)),
                orNull(concentration.cr(TOP)),
                whaleFigures(),
                totals.stream().limit(TOP).map(this::top).toList());
    }

    private Whale whaleFigures() {
        boolean known = whale.customers() > 0;
        return new Whale(
                orNull(whale.peak()),
                orNull(whale.erosion()),
                known ? whale.unprofitableCustomers() : null,
                whale.peak().isPresent() ? orNull(whale.unprofitableShare()) : null,
                orNull(whale.bottomFortyProfitShare()),
                knownCostShare());
    }

    @Nullable
    public Double knownCostShare() {
        long whole = revenue();
        long known = totals.stream().mapToLong(AccountTotal::knownRevenue).sum();
        return whole <= 0 ? null : (double) known / whole;
    }

    private Top top(AccountTotal total) {
        return new Top(
                total.code(),
                total.name(),
                new Money(total.revenue()).toDecimal(),
                share(total),
                Money.decimal(total.profit()));
    }

    public static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
