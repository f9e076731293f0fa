package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Two accounts earn the same on goods; one of them orders every day and pays late.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CostToServeTests {

    @Autowired
    Portfolio portfolio;

    @Autowired
    CostToServe toServe;

    @BeforeAll
    void sell(@Autowired ImportDesk desk) {
        StringBuilder sales = new StringBuilder("customer,document,date,amount,cost\nEASY,E1,2025-01-01,1000,600\n");
        for (int day = 1; day <= 10; day++) {
            sales.append("BUSY,B%d,2025-01-%02d,100,60%n".formatted(day, day));
        }
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
        SmallFiles.bring(
                desk, Kind.RECEIVABLES, "number,customer,issued,due,amount\nR1,BUSY,2025-01-01,2025-01-02,3650\n");
    }

    private PortfolioReport with(CostToServe.Rates rates) {
        return Acting.asOperator(() -> {
            toServe.set(rates);
            return portfolio.report(PortfolioQuery.DEFAULT);
        });
    }

    @Test
    void while_unset_profit_is_margin_alone() {
        PortfolioReport report = with(new CostToServe.Rates(null, null, null, null));

        assertThat(report.top()).extracting(PortfolioReport.Top::profit).containsOnly(new BigDecimal("400"));
        assertThat(report.whale().erosion()).isZero();
    }

    @Test
    void orders_and_lines_turn_profit_into_loss_and_the_whale_identity_holds() {
        PortfolioReport report = with(new CostToServe.Rates(450_000L, 50_000L, null, null));

        assertThat(report.top())
                .extracting(PortfolioReport.Top::profit)
                .contains(new BigDecimal("-100"), new BigDecimal("350"));
        assertThat(report.whale().unprofitableAccounts()).isEqualTo(1);
        Double peak = report.whale().peak();
        Double erosion = report.whale().erosion();
        assertThat(peak == null || erosion == null ? 0 : peak - erosion).isCloseTo(1, within(1e-12));
    }

    @Test
    void money_that_is_not_paid_costs_each_day() {
        PortfolioReport report = with(new CostToServe.Rates(null, null, null, 0.10));

        assertThat(report.top()).extracting(PortfolioReport.Top::profit).contains(new BigDecimal("391"));
    }
}
