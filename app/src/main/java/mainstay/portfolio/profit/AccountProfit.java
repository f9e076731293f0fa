package mainstay.portfolio.profit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.accounts.UnseenMembers;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Accounting;
import mainstay.portfolio.Basis;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.PortfolioQuery;
import mainstay.portfolio.SalesView;
import mainstay.portfolio.WaterfallChart;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import mainstay.shared.Money;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The profit of one account, or of the group that it leads, step by step.
@Service
@Transactional(readOnly = true)
class AccountProfit {
    private static final String REBATES = "/rebates";

    private final Portfolio portfolio;
    private final CostToServe costs;
    private final Periods periods;
    private final UnseenMembers unseen;
    private final Texts texts;

    AccountProfit(Portfolio portfolio, CostToServe costs, Periods periods, UnseenMembers unseen, Texts texts) {
        this.portfolio = portfolio;
        this.costs = costs;
        this.periods = periods;
        this.unseen = unseen;
        this.texts = texts;
    }

    /// @param leads how many accounts it controls
    ProfitView of(AccountCard account, int leads, boolean asGroup, PeriodForm days) {
        boolean root = leads > 0 && !account.isGrouped();
        boolean grouped = asGroup && root;
        Address page = Address.of(account.path() + "/" + ProfitPanels.PROFIT);
        return periods.shown(days, root ? page.with("group", grouped) : page)
                .map(period -> view(account, root, grouped, period))
                .orElse(ProfitView.EMPTY);
    }

    private ProfitView view(AccountCard account, boolean root, boolean grouped, Chosen period) {
        CostsSet set = set();
        Waterfall fall = fall(account.id(), grouped, period).orElse(Waterfall.NOTHING);
        Address sales = period.address().at(account.path() + "/business/sales");
        boolean bought = !fall.equals(Waterfall.NOTHING);
        return new ProfitView(
                period,
                root,
                grouped,
                grouped && unseen.below(account.id()) ? unseen.shownIn(account.id()) : 0,
                fall,
                finding(fall),
                bought
                        ? new ProfitDoors(
                                        period,
                                        fall,
                                        set,
                                        sales,
                                        account.path() + "/receivables",
                                        account.path() + REBATES)
                                .all()
                        : List.of(),
                set.rates().areUnset(),
                bought && set.rebates() ? Counted.unknownRebates(fall.served().unknownRebates()) : null);
    }

    private CostsSet set() {
        return new CostsSet(costs.rates(), portfolio.knowsRebates());
    }

    private static Text finding(Waterfall fall) {
        Long profit = fall.profit();
        return profit == null
                ? Text.of("profit.finding.unknown")
                : Text.of(
                        profit < 0 ? "profit.finding.loss" : "profit.finding.profit",
                        Shown.money(fall.sold()),
                        Shown.money(Math.abs(profit)),
                        Shown.share(fall.servedShareOfSold()));
    }

    Optional<Waterfall> fall(long account, boolean grouped, Chosen period) {
        return portfolio
                .accounting(new PortfolioQuery(
                        period.days().from(),
                        period.days().to(),
                        period.asOf(),
                        grouped,
                        Basis.DELIVERED,
                        SalesView.NET))
                .flatMap(all -> total(all, account))
                .map(Waterfall::of);
    }

    private static Optional<AccountTotal> total(Accounting all, long account) {
        return all.totals().stream().filter(one -> one.account() == account).findFirst();
    }

    List<WaterfallChart> chart(ProfitView view, Locale locale) {
        return view.isEmpty() ? List.of() : List.of(chart(view.fall(), set(), locale));
    }

    private WaterfallChart chart(Waterfall fall, CostsSet set, Locale locale) {
        WaterfallChart.Drawing drawing = new WaterfallChart.Drawing();
        for (Step step : Step.values()) {
            String name = texts.get(locale, step.key());
            if (step.isTotal()) {
                drawing.total(name, step.amount(fall, set));
            } else if (step != Step.UNPRICED || fall.unpriced() != 0) {
                drawing.down(name, step.amount(fall, set));
            }
        }
        return drawing.of(texts.get(locale, "profit.title"));
    }

    /// Name and amount of each step, what is taken away being negative; an unknown amount is an empty cell.
    Stream<List<String>> rows(ProfitView view, Locale locale) {
        CostsSet set = set();
        return Stream.of(Step.values())
                .map(step -> List.of(texts.get(locale, step.key()), cell(signed(step, step.amount(view.fall(), set)))));
    }

    private static @Nullable Long signed(Step step, @Nullable Long amount) {
        return amount == null || step.isTotal() ? amount : Long.valueOf(-amount);
    }

    private static String cell(@Nullable Long amount) {
        return amount == null ? "" : new Money(amount).toDecimal().toPlainString();
    }
}
