package mainstay.portfolio;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.portfolio.PortfolioReport.Whale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers questions about all accounts together, as far as the asking person may see them.
@Service
@Transactional(readOnly = true)
public class Portfolio {
    private final SalesTotals totals;
    private final List<CostSource> costs;
    private final KeptAccountings kept;
    private final ServingCosts serving;

    Portfolio(SalesTotals totals, List<CostSource> costs, KeptAccountings kept, ServingCosts serving) {
        this.totals = totals;
        this.costs = costs;
        this.kept = kept;
        this.serving = serving;
    }

    public PortfolioReport report(PortfolioQuery query) {
        LedgerState state = totals.state();
        return query.scope(state.to())
                .map(scope -> accounting(scope).report(state.currency()))
                .orElseGet(() -> empty(state.currency()));
    }

    public LedgerState state() {
        return totals.state();
    }

    public Optional<Accounting> accounting(PortfolioQuery query) {
        return query.scope(totals.state().to()).map(this::accounting);
    }

    public Accounting accounting(Scope scope) {
        return kept.get(scope, () -> made(scope));
    }

    /// How many accounts would have lost money in the last twelve months if serving had cost other than it does;
    /// null while no cost of goods is known.
    public @Nullable Long losingAt(CostToServe.Rates rates) {
        return accounting(PortfolioQuery.DEFAULT)
                .filter(now -> now.whale().customers() > 0)
                .map(now -> losing(now, serving.costs(now.scope(), rates)))
                .orElse(null);
    }

    private static long losing(Accounting now, Map<Long, Served> costs) {
        return now.totals().stream()
                .filter(total -> total.profit() != null)
                .filter(total -> total.goodsProfit()
                        < costs.getOrDefault(total.account(), Served.NOTHING).sum())
                .count();
    }

    private Accounting made(Scope scope) {
        List<AccountTotal> found = totals.byAccount(scope);
        Map<Long, Served> toServe = new HashMap<>();
        costs.forEach(
                source -> source.costs(scope).forEach((account, cost) -> toServe.merge(account, cost, Served::plus)));
        return Accounting.of(
                scope,
                totals.sum(scope),
                found.stream()
                        .map(total -> total.lessCost(toServe.getOrDefault(total.account(), Served.NOTHING)))
                        .toList());
    }

    private static PortfolioReport empty(String currency) {
        return new PortfolioReport(
                null,
                null,
                null,
                currency,
                0,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                new Whale(null, null, null, null, null, null),
                List.of());
    }
}
