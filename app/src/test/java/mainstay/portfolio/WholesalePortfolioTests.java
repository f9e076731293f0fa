package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.SharedData;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// A wholesaler with cost on every line, whose shops bill to two head offices: delivered and billed differ.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WholesalePortfolioTests {
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2016, 5, 31);

    @Autowired
    Portfolio portfolio;

    @BeforeAll
    void bring_the_ledger_in(@Autowired ImportDesk desk) {
        var file = SharedData.file("data/wide-world-importers/csv/Sales.InvoiceLines.csv.gz");
        MappingWish asGuessed = new MappingWish(Optional.empty(), null, Map.of(), null, null);
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, asGuessed)));
    }

    private PortfolioReport report(Basis by) {
        return Acting.asOperator(
                () -> portfolio.report(new PortfolioQuery(FIRST, LAST, null, false, by, SalesView.NET)));
    }

    @Test
    void by_delivered_account_sales_are_spread_thin() {
        PortfolioReport report = report(Basis.DELIVERED);

        assertThat(report.lines()).isEqualTo(228_265);
        assertThat(report.revenue()).isEqualTo("172261341.2");
        assertThat(report.accounts()).isEqualTo(663);
        assertThat(report.topFifthShare()).isCloseTo(0.249253, within(5e-7));
        assertThat(report.accountsForEighty()).isEqualTo(484);
        assertThat(report.gini()).isCloseTo(0.11133, within(5e-6));
        assertThat(report.hhi()).isCloseTo(15.7824, within(5e-5));
        assertThat(report.cr4()).isCloseTo(0.008637, within(5e-7));
        assertThat(report.cr10()).isCloseTo(0.021096, within(5e-7));
    }

    @Test
    void by_billed_account_two_head_offices_carry_everything() {
        PortfolioReport report = report(Basis.BILLED);

        assertThat(report.accounts()).isEqualTo(263);
        assertThat(report.topFifthShare()).isCloseTo(0.726033, within(5e-7));
        assertThat(report.accountsForEighty()).isEqualTo(98);
        assertThat(report.gini()).isCloseTo(0.680656, within(5e-7));
        assertThat(report.hhi()).isCloseTo(1997.7961, within(5e-5));
        assertThat(report.cr4()).isCloseTo(0.635451, within(5e-7));
        assertThat(report.top())
                .extracting(PortfolioReport.Top::revenue)
                .first()
                .hasToString("54497209.6");
    }

    @Test
    void nobody_loses_money_so_the_curve_never_sinks() {
        var whale = report(Basis.DELIVERED).whale();

        assertThat(whale.peak()).isEqualTo(1.0);
        assertThat(whale.erosion()).isZero();
        assertThat(whale.unprofitableAccounts()).isZero();
        assertThat(whale.unprofitableShare()).isZero();
        assertThat(whale.knownCostShare()).isEqualTo(1.0);
        assertThat(whale.bottomFortyProfitShare()).isCloseTo(0.3218, within(5e-4));
        assertThat(report(Basis.BILLED).whale().bottomFortyProfitShare()).isCloseTo(0.1079, within(5e-4));
    }
}
