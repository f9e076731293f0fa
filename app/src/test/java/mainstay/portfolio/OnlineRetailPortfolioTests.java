package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Map;
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

/// The ledger of a UK wholesaler over its whole period, against figures computed by other programs.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailPortfolioTests {
    private static final LocalDate FIRST = LocalDate.of(2010, 12, 1);
    private static final LocalDate LAST = LocalDate.of(2011, 12, 9);

    @Autowired
    Portfolio portfolio;

    @BeforeAll
    void bring_the_ledger_in(@Autowired ImportDesk desk) {
        var file = SharedData.file("data/online-retail/online_retail.csv.gz");
        Acting.asOperator(() -> desk.run(
                ImportRequest.of(file, new MappingWish(java.util.Optional.empty(), null, Map.of(), null, null))));
    }

    private PortfolioReport report(SalesView view) {
        return Acting.asOperator(
                () -> portfolio.report(new PortfolioQuery(FIRST, LAST, null, false, Basis.DELIVERED, view)));
    }

    @Test
    void the_gross_view_agrees() {
        PortfolioReport report = report(SalesView.GROSS);

        assertThat(report.lines()).isEqualTo(397_884);
        assertThat(report.revenue()).isEqualTo("8911407.904");
        assertThat(report.accounts()).isEqualTo(4_338);
        assertThat(report.topFifthShare()).isCloseTo(0.746171, within(5e-7));
        assertThat(report.accountsForEighty()).isEqualTo(1_133);
        assertThat(report.gini()).isCloseTo(0.71514, within(5e-6));
        assertThat(report.hhi()).isCloseTo(46.436, within(5e-4));
        assertThat(report.cr4()).isCloseTo(0.101318, within(5e-7));
        assertThat(report.cr10()).isCloseTo(0.172619, within(5e-7));
        assertThat(report.top().getFirst().code()).isEqualTo("14646");
        assertThat(report.top().getFirst().revenue()).isEqualTo("280206.02");
        assertThat(report.top().getLast().code()).isEqualTo("12346");
    }

    @Test
    void the_net_view_agrees() {
        PortfolioReport report = report(SalesView.NET);

        assertThat(report.lines()).isEqualTo(406_829);
        assertThat(report.revenue()).isEqualTo("8300065.814");
        assertThat(report.unattributedRevenue()).isEqualTo("1447682.12");
        assertThat(report.returns()).isEqualTo("611342.09");
        assertThat(report.accounts()).isEqualTo(4_372);
        assertThat(report.topFifthShare()).isCloseTo(0.738471, within(5e-7));
        assertThat(report.accountsForEighty()).isEqualTo(1_171);
        assertThat(report.gini()).isCloseTo(0.709284, within(5e-7));
        assertThat(report.hhi()).isCloseTo(45.1512, within(5e-5));
        assertThat(report.cr4()).isCloseTo(0.10313, within(5e-6));
        assertThat(report.cr10()).isCloseTo(0.16496, within(5e-6));
    }

    @Test
    void without_any_cost_there_is_no_whale() {
        var whale = report(SalesView.NET).whale();

        assertThat(whale.peak()).isNull();
        assertThat(whale.unprofitableAccounts()).isNull();
        assertThat(whale.knownCostShare()).isZero();
    }

    @Test
    void left_out_days_are_the_twelve_months_up_to_the_last_sale() {
        PortfolioReport report = Acting.asOperator(() -> portfolio.report(PortfolioQuery.DEFAULT));

        assertThat(report.asOf()).isEqualTo(LAST);
        assertThat(report.from()).isEqualTo(LocalDate.of(2010, 12, 10));
        assertThat(report.to()).isEqualTo(LAST);
    }
}
