package mainstay.portfolio;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.portfolio.PortfolioReport.Whale;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers questions about all accounts together, as far as the asking person may see them.
@Service
@Transactional(readOnly = true)
public class Portfolio {
    private final SalesTotals totals;
    private final List<CostSource> costs;
    private final KeptAccountings kept;

    Portfolio(SalesTotals totals, List<CostSource> costs, KeptAccountings kept) {
        this.totals = totals;
        this.costs = costs;
        this.kept = kept;
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
