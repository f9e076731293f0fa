package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import mainstay.portfolio.Remedies.Remedy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The decision table of docs/definitions/profit.md.
class RemediesTests {
    private static final Scope YEAR = new Scope(
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2025, 1, 1),
            LocalDate.of(2025, 12, 31),
            false,
            Basis.DELIVERED,
            SalesView.NET);

    @ParameterizedTest
    @CsvSource({
        // revenue, gross revenue, profit, cost to serve, remedy
        "1000, 1000, -50, 0, REPRICE",
        "1000, 1200, -50, 0, PREPAY",
        "1000, 1000, -50, 80, CHANGE_SERVICE",
        "1, 1, -5, 0, REPLACE",
    })
    void the_figures_suggest_a_verdict(long revenue, long gross, long profit, long toServe, Remedy remedy) {
        AccountTotal large = new AccountTotal(1, "L", "Large", 1, 1, 100_000, 100_000, 100_000, 50_000L, 0);
        AccountTotal loser = new AccountTotal(2, "B", "Bad", 1, 1, revenue, gross, revenue, profit, toServe);
        Accounting accounting = Accounting.of(YEAR, new LedgerTotal(0, 0, 0, 0), List.of(large, loser));

        assertThat(Remedies.remedy(accounting, loser)).isEqualTo(remedy);
    }
}
