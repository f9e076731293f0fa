package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The worked examples of growth.md, margin.md and returns.md.
@NullMarked
class StandingTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"1500, 1200, 0.25", "900, 1200, -0.25", "900, 0, -", "900, -, -", "0, 400, -1"})
    void growth_compares_with_the_year_before(long revenue, @Nullable Long previous, @Nullable Double growth) {
        assertThat(standing(revenue, previous, revenue, 0, null).growth()).isEqualTo(growth);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"200, 70, 0.35", "200, -50, -0.25", "0, 0, -", "0, -, -"})
    void margin_rests_on_lines_with_known_cost(long known, @Nullable Long profit, @Nullable Double margin) {
        assertThat(standing(300, null, 300, known, profit).margin()).isEqualTo(margin);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"90, 100, 0.1", "100, 100, 0", "110, 100, 0", "0, 0, -"})
    void returns_are_a_part_of_gross_revenue(long net, long gross, @Nullable Double share) {
        assertThat(standing(net, null, gross, 0, null).returnsShare()).isEqualTo(share);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"800, 1000, 1000", "801, 1000, 0", "500, -, 0", "0, 0, 0", "-5, 400, 400"})
    void falling_sales_put_the_better_year_at_stake(long revenue, @Nullable Long previous, long atStake) {
        assertThat(standing(revenue, previous, revenue, 0, null).atStake()).isEqualTo(atStake);
    }

    private static Standing standing(
            long revenue, @Nullable Long previous, long gross, long known, @Nullable Long profit) {
        return new Standing(
                Standing.ACCOUNT,
                1,
                LocalDate.of(2025, 12, 31),
                revenue,
                previous,
                gross,
                known,
                profit,
                1,
                1,
                null,
                0,
                0,
                1,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false);
    }
}
