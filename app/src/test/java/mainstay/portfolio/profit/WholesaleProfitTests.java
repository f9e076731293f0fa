package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.MappingWish;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Accounting;
import mainstay.portfolio.Basis;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.PortfolioQuery;
import mainstay.portfolio.SalesView;
import mainstay.shared.Money;
import mainstay.testing.SharedData;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// A wholesaler with cost on every line: 70,510 invoices with 228,265 lines.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholesaleProfitTests {

    @Autowired
    Portfolio portfolio;

    @Autowired
    CostToServe costs;

    @BeforeAll
    void bring_the_ledger_in(@Autowired ImportDesk desk) {
        var file = SharedData.file("data/wide-world-importers/csv/Sales.InvoiceLines.csv.gz");
        MappingWish asGuessed = new MappingWish(Optional.empty(), null, Map.of(), null, null);
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, asGuessed)));
    }

    private List<AccountTotal> totals(CostToServe.Rates rates) {
        return Acting.asOperator(() -> {
            costs.set(rates);
            return portfolio
                    .accounting(new PortfolioQuery(
                            LocalDate.of(2013, 1, 1),
                            LocalDate.of(2016, 5, 31),
                            null,
                            false,
                            Basis.DELIVERED,
                            SalesView.NET))
                    .map(Accounting::totals)
                    .orElseThrow();
        });
    }

    @Test
    void without_costs_of_serving_the_whole_firm_earns_what_the_goods_earn() {
        Waterfall fall = Waterfall.of(totals(new CostToServe.Rates(null, null, null, null)));

        assertThat(new Money(fall.sold()).toDecimal()).isEqualTo("172261341.2");
        assertThat(fall.returned()).isZero();
        assertThat(fall.unpriced()).isZero();
        assertThat(new Money(fall.goods()).toDecimal()).isEqualTo("86532160.3");
        assertThat(new Money(fall.remains()).toDecimal()).isEqualTo("85729180.9");
    }

    @Test
    void each_invoice_and_line_costs_what_was_set_and_the_steps_still_sum() {
        Waterfall fall = Waterfall.of(totals(CostToServe.Rates.of(Money.of("10"), Money.of("2"), Money.of("5"), 0)));

        assertThat(fall.served().orders()).isEqualTo(70_510 * 10_0000L);
        assertThat(fall.served().lines()).isEqualTo(228_265 * 2_0000L);
        assertThat(fall.served().deliveries()).isEqualTo(70_510 * 5_0000L);
        assertThat(fall.sold() - fall.goods() - fall.served().sum()).isEqualTo(fall.profit());
    }
}
