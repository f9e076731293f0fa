package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked example of rating-score.md, "Movers".
class ComparisonTests {
    private static final Comparison SINCE_JANUARY = new Comparison(LocalDate.of(2026, 1, 1));

    @ParameterizedTest
    @CsvSource({
        "2026-07-28, 2026-10-28, true",
        "2026-12-20, 2027-03-20, true",
        "2026-12-25, 2027-03-25, false",
        "2027-01-05, 2027-04-05, false",
        "2027-11-01, 2028-02-01, true",
        "2028-01-05, 2028-04-05, false"
    })
    void two_ratings_compare_where_the_ledger_reaches_equally_far_behind_both(
            LocalDate before, LocalDate after, boolean fails) {
        assertThat(SINCE_JANUARY.fails(before, after)).isEqualTo(fails);
    }

    @Test
    void an_empty_ledger_compares_nothing() {
        assertThat(new Comparison(null).fails(LocalDate.of(2026, 7, 28), LocalDate.of(2026, 10, 28)))
                .isTrue();
    }
}
