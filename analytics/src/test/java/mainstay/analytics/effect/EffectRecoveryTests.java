package mainstay.analytics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Measures of known size on simulated customers are found again; none are found where there was none.
class EffectRecoveryTests {

    private static final int MARKETS = 60;
    private static final int EACH = 50;

    /// What became of many measures.
    private record Tally(int tests, int covered, int up, int down, double meanError) {

        double coverage() {
            return (double) covered / tests;
        }

        double alarms() {
            return (double) (up + down) / tests;
        }
    }

    /// @param share of the mean before that the measure adds to each month
    /// @param unrest of the customers tested; 0: as in the crowd
    private static Tally measures(double share, double level, double unrest) {
        var test = new EffectTest(level, 20, 8, 6);
        var tests = 0;
        var covered = 0;
        var up = 0;
        var down = 0;
        var error = 0.0;
        for (var seed = 1; seed <= MARKETS; seed++) {
            var market = new Market(seed);
            var others = test.among(market.months(300), Scale.RELATIVE);
            for (var i = 0; i < EACH; i++) {
                var figures = unrest == 0 ? market.customer() : market.customer(unrest);
                var added = share * Months.of(figures, Market.BEFORE).meanBefore();
                var effect = test.of(Months.of(Market.treated(figures, added), Market.BEFORE), others);
                var estimate = Market.estimate(effect);
                tests++;
                covered += estimate.low() <= added && added <= estimate.high() ? 1 : 0;
                up += effect instanceof Effect.Up ? 1 : 0;
                down += effect instanceof Effect.Down ? 1 : 0;
                error += (estimate.change() - added) / estimate.before() / (MARKETS * EACH);
            }
        }
        return new Tally(tests, covered, up, down, error);
    }

    @Test
    void without_a_measure_alarms_come_as_often_as_the_level_says() {
        var none = measures(0, 0.90, 0);

        assertThat(none.alarms()).isCloseTo(0.10, within(0.02));
        assertThat(none.meanError()).isCloseTo(0, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.3, 0.2, 0.5, 1})
    void measures_of_known_size_are_covered_as_often_as_the_level_says(double share) {
        var found = measures(share, 0.90, 0);

        assertThat(found.coverage()).isCloseTo(0.90, within(0.02));
        assertThat(found.meanError()).isCloseTo(0, within(0.02));
    }

    /// Customers who differ much in their unrest make the middle of the crowd narrower than its tails: intervals
    /// of low levels err on the careful side.
    @ParameterizedTest
    @CsvSource({"0.80, 0.79, 0.85", "0.95, 0.93, 0.97"})
    void other_levels_hold_or_are_careful(double level, double least, double most) {
        assertThat(measures(0.2, level, 0).coverage()).isBetween(least, most);
    }

    /// Restless customers are held against restless ones, steady against steady.
    @Test
    void restless_customers_raise_no_more_alarms_than_others() {
        assertThat(measures(0, 0.90, 0.6).alarms()).isLessThan(0.15);
        assertThat(measures(0, 0.90, 0.15).alarms()).isLessThan(0.13);
    }

    @Test
    void large_measures_at_steady_customers_are_seen() {
        var steady = measures(0.5, 0.90, 0.15);

        assertThat((double) steady.up() / steady.tests()).isGreaterThan(0.6);
        assertThat(steady.down()).isZero();
    }
}
