package mainstay.analytics.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Curves and tests small enough for paper, and what holds for any of them.
class SurvivalExampleTests {

    private static Tenure left(double after) {
        return new Tenure(after, true);
    }

    private static Tenure stays(double so) {
        return new Tenure(so, false);
    }

    /// Maintenance of remission in leukaemia, as in the R package survival (aml, maintained).
    private static final List<Tenure> MAINTAINED = List.of(
            left(9),
            left(13),
            stays(13),
            left(18),
            left(23),
            stays(28),
            left(31),
            left(34),
            stays(45),
            left(48),
            stays(161));

    private static final List<Tenure> NOT_MAINTAINED = List.of(
            left(5), left(5), left(8), left(8), left(12), stays(16), left(23), left(27), left(30), left(33), left(43),
            left(45));

    /// Survival at each time as printed by survfit (T. M. Therneau).
    @Test
    void maintained_patients() {
        var curve = KaplanMeier.of(MAINTAINED);

        assertThat(curve.steps().stream().mapToDouble(KaplanMeier.Step::time).toArray())
                .containsExactly(9, 13, 18, 23, 31, 34, 48);
        assertThat(curve.steps().stream()
                        .mapToDouble(KaplanMeier.Step::survival)
                        .toArray())
                .containsExactly(new double[] {.909, .818, .716, .614, .491, .368, .184}, within(5e-4));
        assertThat(curve.steps().stream().mapToInt(KaplanMeier.Step::atRisk).toArray())
                .containsExactly(11, 10, 8, 7, 5, 4, 2);
        assertThat(curve.median()).hasValue(31);
    }

    @Test
    void patients_without_maintenance() {
        var curve = KaplanMeier.of(NOT_MAINTAINED);

        assertThat(curve.steps().stream()
                        .mapToDouble(KaplanMeier.Step::survival)
                        .toArray())
                .containsExactly(
                        new double[] {.8333, .6667, .5833, .4861, .3889, .2917, .1944, .0972, 0}, within(5e-5));
        assertThat(curve.median()).hasValue(23);
    }

    /// survdiff prints a chi-square of 3.4 and p = 0.07 (0.065), expected 10.69 and 7.31.
    @Test
    void maintenance_makes_a_difference_perhaps() {
        var test = LogRank.of(List.of(MAINTAINED, NOT_MAINTAINED));

        assertThat(test.chiSquare()).isCloseTo(3.40, within(5e-3));
        assertThat(test.pValue()).isCloseTo(0.0653, within(5e-5));
        assertThat(test.observed()).containsExactly(7.0, 11.0);
        assertThat(test.expected().getFirst()).isCloseTo(10.69, within(5e-3));
        assertThat(test.expected().getLast()).isCloseTo(7.31, within(5e-3));
    }

    /// Greenwood's variance on the scale of ln(−ln S): after one of four S = 0.75, variance of ln S is 1/(4·3).
    @Test
    void an_interval_by_hand() {
        var step = KaplanMeier.of(List.of(left(1), stays(2), stays(2), stays(2)))
                .steps()
                .getFirst();
        var width = 1.959963984540054 * Math.sqrt(1 / 12.0) / Math.log(0.75);

        assertThat(step.low()).isCloseTo(Math.pow(0.75, Math.exp(-width)), within(1e-12));
        assertThat(step.high()).isCloseTo(Math.pow(0.75, Math.exp(width)), within(1e-12));
        assertThat(step.low()).isBetween(0.1, 0.2);
        assertThat(step.high()).isBetween(0.9, 1.0);
    }

    @Test
    void who_is_last_seen_when_others_leave_was_still_there() {
        var curve = KaplanMeier.of(List.of(left(3), stays(3), left(5)));

        assertThat(curve.steps().getFirst().atRisk()).isEqualTo(3);
        assertThat(curve.survival(3)).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(curve.steps().getLast().atRisk()).isEqualTo(1);
        assertThat(curve.survival(5)).isZero();
    }

    @Test
    void leaving_at_once_counts_too() {
        var curve = KaplanMeier.of(List.of(left(0), stays(0), left(2), stays(4)));

        assertThat(curve.survival(0)).isEqualTo(0.75);
        assertThat(curve.survival(2)).isCloseTo(0.375, within(1e-12));
    }

    @Test
    void half_and_one_more_have_left_by_the_median() {
        assertThat(KaplanMeier.of(List.of(left(1), left(2), stays(9), stays(9))).median())
                .hasValue(2);
        assertThat(KaplanMeier.of(List.of(left(1), stays(9), stays(9))).median())
                .isEmpty();
    }

    /// Three segments: the statistic has two degrees of freedom whichever segment is left out.
    @Test
    void three_segments_in_any_order() {
        var third = List.of(left(7), left(9), stays(20), left(60), left(70));
        var one = LogRank.of(List.of(MAINTAINED, NOT_MAINTAINED, third));
        var other = LogRank.of(List.of(third, MAINTAINED, NOT_MAINTAINED));

        assertThat(one.degrees()).isEqualTo(2);
        assertThat(other.chiSquare()).isCloseTo(one.chiSquare(), within(1e-9));
        assertThat(one.pValue()).isCloseTo(Math.exp(-one.chiSquare() / 2), within(1e-12));
        assertThat(sum(one.observed())).isCloseTo(sum(one.expected()), within(1e-9));
    }

    @Test
    void a_segment_without_customers_takes_no_part() {
        var two = LogRank.of(List.of(MAINTAINED, NOT_MAINTAINED));
        var three = LogRank.of(List.of(MAINTAINED, List.of(), NOT_MAINTAINED));

        assertThat(three.degrees()).isEqualTo(1);
        assertThat(three.chiSquare()).isCloseTo(two.chiSquare(), within(1e-9));
        assertThat(three.observed()).containsExactly(7.0, 0.0, 11.0);
    }

    /// All at once: nobody can be said to have left faster.
    @Test
    void a_single_moment_shows_no_order() {
        var test = LogRank.of(List.of(List.of(left(4), left(4)), List.of(left(4))));

        assertThat(test.degrees()).isZero();
        assertThat(test.pValue()).isEqualTo(1);
        assertThat(test.expected()).containsExactly(2.0, 1.0);
    }

    private static double sum(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).sum();
    }

    @Property(tries = 200)
    void curves_fall_and_stay_within_their_intervals(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 50) Double> durations) {
        var tenures = new ArrayList<Tenure>();
        for (var duration : durations) {
            tenures.add(new Tenure(Math.rint(duration), tenures.size() % 3 != 0));
        }
        var before = 1.0;
        for (var step : KaplanMeier.of(tenures).steps()) {
            assertThat(step.survival()).isBetween(0.0, before);
            assertThat(step.low()).isLessThanOrEqualTo(step.survival());
            assertThat(step.high()).isGreaterThanOrEqualTo(step.survival());
            before = step.survival();
        }
    }

    /// Without censoring S(t) is the part of those who stayed longer than t.
    @Property(tries = 100)
    void without_censoring_the_curve_is_that_of_the_sample(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 50) Double> durations) {
        var curve = KaplanMeier.of(
                durations.stream().map(SurvivalExampleTests::left).toList());
        for (var time = 0; time <= 50; time += 7) {
            var longer = 0;
            for (var duration : durations) {
                longer += duration > time ? 1 : 0;
            }
            assertThat(curve.survival(time)).isCloseTo(longer / (double) durations.size(), within(1e-9));
        }
    }

    /// Exponential tenures, half of them censored by chance: the curve finds e^−t/20, and a segment that leaves twice
    /// as fast is told apart while an equal one is not more often than one time in twenty.
    @Test
    void simulated_segments_are_told_apart() {
        var random = new Random(12);
        var curve = KaplanMeier.of(simulated(random, 4000, 20));
        DoubleStream.of(5, 10, 20)
                .forEach(time -> assertThat(curve.survival(time)).isCloseTo(Math.exp(-time / 20), within(0.03)));
        var falseAlarms = 0;
        for (var i = 0; i < 200; i++) {
            var alike = LogRank.of(List.of(simulated(random, 60, 20), simulated(random, 60, 20)));
            falseAlarms += alike.pValue() < 0.05 ? 1 : 0;
        }
        assertThat(falseAlarms).isBetween(2, 22);
        assertThat(LogRank.of(List.of(simulated(random, 200, 20), simulated(random, 200, 10)))
                        .pValue())
                .isLessThan(1e-4);
    }

    private static List<Tenure> simulated(Random random, int customers, double mean) {
        var tenures = new ArrayList<Tenure>();
        for (var i = 0; i < customers; i++) {
            var stays = -mean * Math.log1p(-random.nextDouble());
            var seen = 60 * random.nextDouble();
            tenures.add(new Tenure(Math.min(stays, seen), stays <= seen));
        }
        return tenures;
    }
}
