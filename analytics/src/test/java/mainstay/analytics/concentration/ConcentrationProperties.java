package mainstay.analytics.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ConcentrationProperties {

    @Provide
    Arbitrary<long[]> purchases() {
        return bases(Arbitraries.longs().between(0, 1_000_000_000_000L));
    }

    @Provide
    Arbitrary<long[]> netTotals() {
        return bases(Arbitraries.longs().between(-1_000_000_000L, 1_000_000_000_000L));
    }

    private static Arbitrary<long[]> bases(Arbitrary<Long> totals) {
        return totals.array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(60)
                .filter(base -> Arrays.stream(base).sum() > 0);
    }

    @Property
    void gini_lies_between_equality_and_one_customer_having_all(@ForAll("purchases") long[] base) {
        var n = base.length;
        assertThat(Concentration.of(base).gini().orElseThrow()).isBetween(-1e-12, (n - 1.0) / n + 1e-12);
    }

    @Property
    void gini_is_the_mean_difference_of_all_pairs(@ForAll("netTotals") long[] base) {
        var differences = 0.0;
        for (var x : base) {
            for (var y : base) {
                differences += Math.abs(x - y);
            }
        }
        var expected = differences / (2.0 * base.length * Arrays.stream(base).sum());
        assertThat(Concentration.of(base).gini().orElseThrow()).isCloseTo(expected, within(1e-9 * (1 + expected)));
    }

    @Property
    void hhi_lies_between_equality_and_monopoly(@ForAll("purchases") long[] base) {
        assertThat(Concentration.of(base).hhi().orElseThrow()).isBetween(10_000.0 / base.length - 1e-6, 10_000 + 1e-6);
    }

    @Property
    void scale_does_not_matter(@ForAll("netTotals") long[] base, @ForAll @IntRange(min = 2, max = 1_000) int factor) {
        var one = Concentration.of(base);
        var scaled = Concentration.of(Arrays.stream(base).map(x -> x * factor).toArray());
        assertThat(scaled.accountsForEighty()).isEqualTo(one.accountsForEighty());
        assertThat(scaled.topFifthShare().orElseThrow())
                .isCloseTo(one.topFifthShare().orElseThrow(), within(1e-9));
        assertClose(scaled.gini().orElseThrow(), one.gini().orElseThrow());
        assertClose(scaled.hhi().orElseThrow(), one.hhi().orElseThrow());
    }

    @Property
    void order_does_not_matter(@ForAll("netTotals") long[] base, @ForAll Random random) {
        var shuffled = Arrays.stream(base).boxed().toList().toArray(Long[]::new);
        Collections.shuffle(Arrays.asList(shuffled), random);
        var other = Concentration.of(
                Arrays.stream(shuffled).mapToLong(Long::longValue).toArray());
        assertThat(other.gini()).isEqualTo(Concentration.of(base).gini());
        assertThat(other.curve().points())
                .isEqualTo(Concentration.of(base).curve().points());
    }

    @Property
    void whole_numbers_and_decimals_agree(@ForAll("netTotals") long[] base) {
        var exact = Concentration.of(base);
        var decimal = Concentration.of(Arrays.stream(base).asDoubleStream().toArray());
        assertThat(decimal.accountsForEighty()).isEqualTo(exact.accountsForEighty());
        assertClose(decimal.gini().orElseThrow(), exact.gini().orElseThrow());
    }

    @Property
    void shares_sum_to_one(@ForAll("netTotals") long[] base) {
        var curve = Concentration.of(base).curve();
        var sum = IntStream.rangeClosed(1, base.length)
                .mapToDouble(rank -> curve.value(rank) / curve.total())
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-6));
        assertThat(curve.share(base.length)).hasValue(1);
    }

    @Property
    void one_customer_fewer_does_not_reach_eighty_percent(@ForAll("netTotals") long[] base) {
        var concentration = Concentration.of(base);
        var needed = concentration.accountsForEighty().orElseThrow();
        assertThat(concentration.cr(needed).orElseThrow()).isGreaterThanOrEqualTo(0.8);
        assertThat(concentration.cr(needed - 1).orElseThrow()).isLessThan(0.8);
    }

    @Property
    void class_a_is_what_makes_eighty_percent(@ForAll("netTotals") long[] base) {
        var concentration = Concentration.of(base);
        var split = concentration.abc(AbcBoundaries.CUSTOMARY).orElseThrow();
        assertThat(split.a()).isEqualTo(concentration.accountsForEighty().orElseThrow());
        assertThat(List.of(split.a(), split.b(), split.c())).allMatch(count -> count >= 0);
        assertThat(split.a() + split.b() + split.c()).isEqualTo(base.length);
    }

    @Property
    void a_thinned_curve_keeps_to_its_limit_and_to_the_curve(
            @ForAll("netTotals") long[] base, @ForAll @IntRange(min = 3, max = 70) int atMost) {
        var curve = CumulativeCurve.of(base);
        var points = curve.points(atMost);
        assertThat(points).hasSizeLessThanOrEqualTo(atMost);
        assertThat(points).isSubsetOf(curve.points()).doesNotHaveDuplicates();
        assertThat(points).anyMatch(point -> point.customers() == curve.customersAtPeak());
        assertThat(points.getLast().customers()).isEqualTo(base.length);
    }

    private static void assertClose(double actual, double expected) {
        assertThat(actual).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
    }
}
