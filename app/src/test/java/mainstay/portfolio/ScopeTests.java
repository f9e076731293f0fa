package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import mainstay.shared.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTests {
    private static final LocalDate LATEST = LocalDate.of(2011, 12, 9);

    private static PortfolioQuery asks(String from, String to) {
        return new PortfolioQuery(
                LocalDate.parse(from), LocalDate.parse(to), null, false, Basis.DELIVERED, SalesView.NET);
    }

    @Test
    void an_empty_ledger_has_no_period() {
        assertThat(PortfolioQuery.DEFAULT.scope(null)).isEqualTo(Optional.empty());
    }

    @Test
    void the_period_ends_with_what_is_known() {
        Scope scope = asks("2011-01-01", "2020-12-31").scope(LATEST).orElseThrow();

        assertThat(scope.to()).isEqualTo(LATEST);
    }

    @Test
    void a_period_that_ends_before_it_begins_makes_no_sense() {
        assertThatThrownBy(() -> asks("2011-06-01", "2011-05-01").scope(LATEST)).isInstanceOf(Problem.Invalid.class);
    }

    @ParameterizedTest
    @CsvSource({
        // from, to, whole months from, to (exclusive)
        "2011-01-01, 2011-03-31, 2011-01-01, 2011-04-01",
        "2010-12-10, 2011-12-09, 2011-01-01, 2011-12-01",
        "2011-02-01, 2011-02-28, 2011-02-01, 2011-03-01",
        "2011-02-05, 2011-02-20, 2011-02-21, 2011-02-21",
        "2011-02-05, 2011-03-20, 2011-03-21, 2011-03-21",
    })
    void whole_months_come_from_the_monthly_roll_up(String from, String to, LocalDate monthsFrom, LocalDate monthsTo) {
        Scope scope = asks(from, to).scope(LATEST).orElseThrow();

        assertThat(scope.monthsFrom()).isEqualTo(monthsFrom);
        assertThat(scope.monthsTo()).isEqualTo(monthsTo);
    }

    @Test
    void the_year_before_twelve_months_ends_the_day_before_them() {
        Scope before = PortfolioQuery.DEFAULT.scope(LATEST).orElseThrow().yearBefore();

        assertThat(before.from()).isEqualTo("2009-12-10");
        assertThat(before.to()).isEqualTo("2010-12-09");
    }
}
