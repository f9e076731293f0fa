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
        return accounting(scope, costs);
    }

    /// Before rebates and whatever else follows from ratings: what ratings may rest on.
    Accounting beforeRebates(Scope scope) {
        return accounting(scope, independent());
    }

    /// Differs whenever an accounting before rebates may.
    String basisBeforeRebates() {
        return kept.basis(independent());
    }

    private List<CostSource> independent() {
        return costs.stream().filter(source -> !source.followsRatings()).toList();
    }

    private Accounting accounting(Scope scope, List<CostSource> sources) {
        return kept.get(scope, sources, () -> made(scope, sources));
    }

    /// Whether the firm has said by what rebates are earned, as far as the reader may know.
    public boolean knowsRebates() {
        return costs.stream().anyMatch(source -> source.followsRatings() && source.isSet());
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
                .filter(total -> total.earned()
                        < costs.getOrDefault(total.account(), Served.NOTHING).toServe())
                .count();
    }

    private Accounting made(Scope scope, List<CostSource> sources) {
        List<AccountTotal> found = totals.byAccount(scope);
        Map<Long, Served> served = new HashMap<>();
        sources.forEach(
                source -> source.costs(scope).forEach((account, cost) -> served.merge(account, cost, Served::plus)));
        return Accounting.of(
                scope,
                totals.sum(scope),
                found.stream()
                        .map(total -> total.lessCost(served.getOrDefault(total.account(), Served.NOTHING)))
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
