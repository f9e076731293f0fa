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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A food trader of whose 91 customers two never bought.
@Story
class TraderPortfolioTests {

    @Autowired
    Portfolio portfolio;

    @Autowired
    ImportDesk desk;

    @Test
    void only_accounts_with_sales_count() {
        for (String name : new String[] {"Customers.csv", "OrderDetails.csv"}) {
            var file = SharedData.file("data/northwind/csv/" + name);
            MappingWish asGuessed = new MappingWish(Optional.empty(), null, Map.of(), null, null);
            Acting.asOperator(() -> desk.run(ImportRequest.of(file, asGuessed)));
        }

        PortfolioReport report = Acting.asOperator(() -> portfolio.report(new PortfolioQuery(
                LocalDate.of(1996, 7, 4), LocalDate.of(1998, 5, 6), null, false, Basis.DELIVERED, SalesView.NET)));

        assertThat(report.lines()).isEqualTo(2_155);
        assertThat(report.revenue()).isEqualTo("1265793.0395");
        assertThat(report.accounts()).isEqualTo(89);
        assertThat(report.topFifthShare()).isCloseTo(0.60057, within(5e-6));
        assertThat(report.accountsForEighty()).isEqualTo(34);
        assertThat(report.gini()).isCloseTo(0.575454, within(5e-7));
        assertThat(report.hhi()).isCloseTo(336.9089, within(5e-5));
        assertThat(report.cr4()).isCloseTo(0.29279, within(5e-6));
        assertThat(report.cr10()).isCloseTo(0.450425, within(5e-7));
    }
}
