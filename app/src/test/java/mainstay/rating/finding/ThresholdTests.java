package mainstay.rating.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// From measure, rows, money and what is known to the strength of the evidence.
class ThresholdTests {
    private static final Threshold SHARE = new Threshold("territory", 0.01, 0.05, 0.10, 3, 1_000);

    private static Optional<Strength> strength(double measure, int rows, long money, Strength most) {
        return SHARE.grade(
                new Suspicion(1, LocalDate.of(2026, 7, 1), measure, rows, money, most, Map.of("regions", "West")));
    }

    @ParameterizedTest
    @CsvSource({
        "0.009, 9, 5000, STRONG, ",
        "0.01,  9, 5000, STRONG, HINT",
        "0.049, 9, 5000, STRONG, HINT",
        "0.05,  9, 5000, STRONG, LIKELY",
        "0.099, 9, 5000, STRONG, LIKELY",
        "0.10,  9, 5000, STRONG, STRONG",
        "1,     3, 5000, STRONG, STRONG",
        "1,     2, 5000, STRONG, HINT",
        "1,     9, 1000, STRONG, STRONG",
        "1,     9,  999, STRONG, ",
        "1,     9, 5000, LIKELY, LIKELY",
        "1,     9, 5000, HINT,   HINT",
        "0.05,  9, 5000, HINT,   HINT",
        "0.02,  9, 5000, LIKELY, HINT",
    })
    void the_strength_is_the_weakest_of_what_measure_rows_and_knowledge_allow(
            double measure, int rows, long money, Strength most, Strength expected) {
        assertThat(strength(measure, rows, money, most)).isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void nothing_at_stake_is_no_finding() {
        Threshold any = new Threshold("floorPrice", 0, 0.02, 0.05, 3, 0);

        assertThat(any.grade(new Suspicion(1, LocalDate.of(2026, 7, 1), 1, 9, 0, Strength.STRONG, Map.of())))
                .isEmpty();
    }

    @Test
    void quarters_begin_in_january_april_july_and_october() {
        assertThat(Quarter.of(LocalDate.of(2026, 9, 30)))
                .isEqualTo(new Quarter(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 30)));
        assertThat(Quarter.of(LocalDate.of(2024, 2, 29)).number()).isEqualTo(1);
        assertThat(Quarter.upTo(LocalDate.of(2026, 5, 31), 5))
                .extracting(Quarter::from)
                .containsExactly(
                        LocalDate.of(2025, 4, 1),
                        LocalDate.of(2025, 7, 1),
                        LocalDate.of(2025, 10, 1),
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 1));
    }
}
