package mainstay.analytics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import mainstay.analytics.effect.Effect.Lack;
import mainstay.analytics.effect.Effect.NotEnoughData;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class EffectTests {

    private static final EffectTest THREE = new EffectTest(0.90, 3, 3, 3);

    /// Means 10 before and no trend; the others change by 1, 2 and 3 tenths of their level.
    private static Comparables three() {
        return THREE.among(List.of(steady(10, 11), steady(100, 120), steady(20, 26)), Scale.RELATIVE);
    }

    private static Months steady(double before, double after) {
        return Months.of(new double[] {before, before, before, after, after}, 3);
    }

    /// 0.2 expected, deviation 0.1·√(4/3), t(2 degrees, 90 %) = 2.920.
    @Test
    void the_difference_of_differences_by_hand() {
        var effect = THREE.of(steady(50, 85), three());

        assertThat(effect).isInstanceOf(Effect.Up.class);
        var estimate = ((Effect.Up) effect).estimate();
        assertThat(estimate.before()).isEqualTo(50);
        assertThat(estimate.after()).isEqualTo(85);
        assertThat(estimate.expected()).isCloseTo(60, within(1e-9));
        assertThat(estimate.change()).isCloseTo(25, within(1e-9));
        assertThat(estimate.high() - estimate.change())
                .isCloseTo(50 * 2.91999 * 0.1 * Math.sqrt(4 / 3.0), within(1e-3));
        assertThat(estimate.low()).isCloseTo(25 - 16.858, within(2e-3));
        assertThat(estimate.comparables()).isEqualTo(3);
        assertThat(estimate.level()).isEqualTo(0.90);
    }

    /// Card and Krueger 1994, table 3: full-time employment of New Jersey 20.44 to 21.03, Pennsylvania 23.33 to
    /// 21.17, the difference of differences 2.76 (2.75 of the rounded means).
    @Test
    void the_difference_of_a_known_pair_of_states() {
        var pennsylvania = List.of(steady(23.33, 21.17), steady(23.33, 21.17), steady(23.33, 21.17));
        var effect = THREE.of(steady(20.44, 21.03), THREE.among(pennsylvania, Scale.ABSOLUTE));

        assertThat(((Effect.Up) effect).estimate().change()).isCloseTo(2.75, within(1e-9));
    }

    @Test
    void verdicts_follow_the_interval() {
        assertThat(THREE.of(steady(50, 60), three())).isInstanceOf(Effect.NotVisible.class);
        assertThat(THREE.of(steady(50, 70), three())).isInstanceOf(Effect.NotVisible.class);
        assertThat(THREE.of(steady(50, 20), three())).isInstanceOf(Effect.Down.class);
    }

    @Test
    void what_is_lacking_is_said() {
        var lone = EffectTest.USUAL.among(List.of(steady(1, 1)), Scale.RELATIVE);

        assertThat(EffectTest.USUAL.of(steady(1, 2), lone)).isEqualTo(new NotEnoughData(Lack.MONTHS_BEFORE, 3, 6));
        assertThat(THREE.of(steady(1, 2), THREE.among(List.of(steady(1, 1)), Scale.RELATIVE)))
                .isEqualTo(new NotEnoughData(Lack.COMPARABLES, 1, 3));
        assertThat(THREE.of(steady(0, 2), three())).isEqualTo(new NotEnoughData(Lack.LEVEL_BEFORE, 0, 1));
        assertThat(THREE.of(Months.of(new double[] {1, 1, 1, 2, Double.NaN}, 3), three()))
                .isEqualTo(new NotEnoughData(Lack.MONTHS_AFTER, 1, 2));
    }

    @Test
    void shares_need_half_of_the_window() {
        var others = THREE.among(List.of(steady(1, 1), steady(2, 3), steady(3, 5)), Scale.ABSOLUTE);

        assertThat(THREE.of(Months.of(new double[] {0, 0, 0, 2, Double.NaN}, 3), others))
                .isInstanceOf(Effect.NotVisible.class);
    }

    @Test
    void those_without_figures_are_nobody_to_compare_with() {
        var others = THREE.among(
                List.of(steady(0, 1), steady(1, Double.NaN), Months.of(new double[] {1, Double.NaN, 1, 1, 1}, 3)),
                Scale.RELATIVE);

        assertThat(others.size()).isZero();
    }

    @Test
    void the_nearest_are_those_of_like_size_and_trend_and_never_oneself() {
        var grows = Months.of(new double[] {8, 10, 12, 1, 1}, 3);
        var same = Months.of(new double[] {8.1, 10, 12.1, 1, 1}, 3);
        var falls = Months.of(new double[] {12, 10, 8, 1, 1}, 3);
        var large = Months.of(new double[] {800, 1000, 1200, 1, 1}, 3);
        var others = THREE.among(List.of(falls, large, grows, same, steady(10, 1), steady(11, 1)), Scale.RELATIVE);

        assertThat(others.nearest(grows, 1)).containsExactly(same);
        assertThat(others.nearest(grows, 9)).hasSize(5).doesNotContain(grows);
    }

    @Test
    void settings_have_their_ranges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EffectTest(1, 20, 8, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> new EffectTest(0.9, 20, 2, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> new EffectTest(0.9, 7, 8, 6));
        assertThatIllegalArgumentException().isThrownBy(() -> new EffectTest(0.9, 20, 8, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Comparables.of(List.of(), Scale.ABSOLUTE, 1));
    }

    /// In another currency everything is larger by the same, and the verdict is the same.
    @Property(tries = 200)
    void the_unit_of_money_does_not_matter(
            @ForAll @IntRange(max = 10_000) int seed, @ForAll @DoubleRange(min = 0.01, max = 1000) double rate) {
        var market = new Market(seed);
        var pool = market.customers(60);
        var one = market.customer();
        var effect = EffectTest.USUAL.of(
                Months.of(one, Market.BEFORE), EffectTest.USUAL.among(months(pool, 1), Scale.RELATIVE));
        var other = EffectTest.USUAL.of(
                Months.of(times(one, rate), Market.BEFORE), EffectTest.USUAL.among(months(pool, rate), Scale.RELATIVE));

        assertThat(other.getClass()).isEqualTo(effect.getClass());
        assertThat(Market.estimate(other).change())
                .isCloseTo(rate * Market.estimate(effect).change(), within(1e-6 * rate * Market.LARGEST));
    }

    /// Days that are later for everybody by the same change nothing.
    @Property(tries = 200)
    void what_moves_all_moves_nothing(
            @ForAll @IntRange(max = 10_000) int seed, @ForAll @DoubleRange(min = -50, max = 50) double shift) {
        var market = new Market(seed);
        var pool = market.customers(60);
        var one = market.customer();
        var plain = EffectTest.USUAL.of(
                Months.of(one, Market.BEFORE), EffectTest.USUAL.among(months(pool, 1), Scale.ABSOLUTE));
        var moved = EffectTest.USUAL.of(
                Months.of(later(one, shift), Market.BEFORE),
                EffectTest.USUAL.among(
                        pool.stream()
                                .map(each -> Months.of(later(each, shift), Market.BEFORE))
                                .toList(),
                        Scale.ABSOLUTE));

        assertThat(Market.estimate(moved).change())
                .isCloseTo(Market.estimate(plain).change(), within(1e-6 * Market.LARGEST));
    }

    private static List<Months> months(List<double[]> customers, double rate) {
        var months = new ArrayList<Months>();
        customers.forEach(each -> months.add(Months.of(times(each, rate), Market.BEFORE)));
        return months;
    }

    private static double[] times(double[] figures, double rate) {
        var changed = figures.clone();
        for (var i = 0; i < changed.length; i++) {
            changed[i] *= rate;
        }
        return changed;
    }

    private static double[] later(double[] figures, double shift) {
        var changed = figures.clone();
        for (var i = Market.BEFORE; i < changed.length; i++) {
            changed[i] += shift;
        }
        return changed;
    }
}
