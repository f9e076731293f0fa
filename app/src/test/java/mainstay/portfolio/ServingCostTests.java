package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.shared.Money;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Story
class ServingCostTests {

    @Autowired
    ImportDesk desk;

    @Autowired
    CostToServe costs;

    @Autowired
    Portfolio portfolio;

    private @Nullable BigDecimal profit() {
        return Acting.asOperator(() -> portfolio.report(PortfolioQuery.DEFAULT))
                .top()
                .getFirst()
                .profit();
    }

    @Test
    void the_worked_example_costs_1371() {
        SmallFiles.bring(desk, Kind.SALES, """
                document,line,date,customer,amount,cost
                A,1,2026-10-01,C1,3000,1000
                A,2,2026-10-01,C1,600,100
                B,1,2026-10-05,C1,100,50
                Z,1,2026-11-15,C2,10,5
                """);
        SmallFiles.bring(desk, Kind.RECEIVABLES, """
                number,account,issued,due,amount
                A,C1,2026-10-01,2026-10-31,3650
                B,C1,2026-10-05,2026-10-05,100
                """);
        SmallFiles.bring(desk, Kind.PAYMENTS, """
                number,invoice,account,date,amount
                P1,A,C1,2026-10-31,3650
                P2,B,C1,2026-10-05,100
                """);
        assertThat(profit()).isEqualByComparingTo("2550");

        Acting.asOperator(() -> {
            costs.set(CostToServe.Rates.of(Money.of("160"), Money.of("45"), Money.of("440"), 0.12));
            return costs;
        });

        assertThat(profit()).isEqualByComparingTo("1179");
    }
}
