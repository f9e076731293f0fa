package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportRequest;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.MappingWish;
import mainstay.testing.Story;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// One account gave everything back, of one no cost is known, one earns.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@NullMarked
class KnownProfitTests {

    @Autowired
    Portfolio portfolio;

    @BeforeAll
    void sell(@Autowired ImportDesk desk, @TempDir Path files) throws IOException {
        Path file = Files.writeString(files.resolve("sales.csv"), """
                customer,document,date,quantity,amount,cost
                EARNS,E1,2025-03-01,1,500,300
                BACK,B1,2025-03-01,1,100,60
                BACK,B2,2025-03-02,-1,-100,-60
                DARK,D1,2025-03-01,1,100,
                """);
        Acting.asOperator(() -> desk.run(ImportRequest.of(file, MappingWish.of(Kind.SALES))));
    }

    @Test
    void a_profit_of_zero_is_known_and_one_without_cost_is_not() {
        PortfolioReport report = Acting.asOperator(() -> portfolio.report(PortfolioQuery.DEFAULT));

        assertThat(report.top())
                .extracting(PortfolioReport.Top::code, PortfolioReport.Top::profit)
                .containsExactlyInAnyOrder(
                        tuple("EARNS", new BigDecimal("200")), tuple("BACK", new BigDecimal("0")), tuple("DARK", null));
    }

    @Test
    void an_account_at_zero_is_part_of_the_whale_curve_and_loses_nothing() {
        PortfolioReport report = Acting.asOperator(() -> portfolio.report(PortfolioQuery.DEFAULT));

        assertThat(report.whale().unprofitableAccounts()).isZero();
        assertThat(report.whale().bottomFortyProfitShare()).isZero();
    }
}
