package mainstay.portfolio.profit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Accounting;
import mainstay.portfolio.LedgerState;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.PortfolioQuery;
import mainstay.portfolio.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds the last two years of the ledger.
@Component
class LatestYears {
    /// A ledger that starts up to so many days after the earlier twelve months still covers them.
    private static final int TOLERANCE = 7;

    private final Portfolio portfolio;

    LatestYears(Portfolio portfolio) {
        this.portfolio = portfolio;
    }

    /// Nothing while the ledger is empty.
    Optional<TwoYears> find() {
        return portfolio
                .accounting(PortfolioQuery.DEFAULT)
                .map(now -> new TwoYears(now.scope().from(), now.scope().to(), now.totals(), before(now.scope())));
    }

    private @Nullable List<AccountTotal> before(Scope now) {
        LedgerState state = portfolio.state();
        LocalDate last = now.from().minusDays(1);
        LocalDate first = last.minusYears(1).plusDays(1);
        LocalDate known = state.from();
        if (known == null || known.isAfter(first.plusDays(TOLERANCE))) {
            return null;
        }
        PortfolioQuery usual = PortfolioQuery.DEFAULT;
        return portfolio
                .accounting(new PortfolioQuery(first, last, now.asOf(), false, usual.by(), usual.view()))
                .map(Accounting::totals)
                .orElse(null);
    }
}
