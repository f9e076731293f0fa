package mainstay.portfolio;

import java.util.List;
import mainstay.accounts.AccountCard;
import mainstay.portfolio.drill.AccountSales;
import mainstay.portfolio.drill.AccountSalesBoard;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The sales of one account, or of the group that it leads, and its place among all.
@Service
@Transactional(readOnly = true)
class Business {
    private final Periods periods;
    private final AccountSalesBoard sales;
    private final StandingTable standings;

    Business(Periods periods, AccountSalesBoard sales, StandingTable standings) {
        this.periods = periods;
        this.sales = sales;
        this.standings = standings;
    }

    /// @param asGroup true shows who leads a group together with those under its control
    BusinessView of(AccountCard account, boolean asGroup, PeriodForm days) {
        @Nullable Standing group = standings.ofGroup(account.id()).orElse(null);
        boolean grouped = asGroup && group != null;
        Address page = Address.of(account.path() + "/" + PortfolioPanels.BUSINESS);
        return periods.shown(days, group == null ? page : page.with("group", grouped))
                .map(period -> view(account, grouped, group, period))
                .orElse(BusinessView.EMPTY);
    }

    private BusinessView view(AccountCard account, boolean grouped, @Nullable Standing group, Chosen period) {
        AccountSales bought = sales.of(new AccountSales.Asked(account.id(), account.path(), grouped, period));
        @Nullable
        Standing standing = grouped ? group : standings.of(account.id()).orElse(null);
        return new BusinessView(
                period,
                grouped,
                group,
                bought,
                standing == null ? List.of() : new StandingDoors(standing, account.path(), grouped).all());
    }
}
