package mainstay.analytics.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bases small enough for paper: ties, customers below zero, boundaries that are met exactly.
class ConcentrationExampleTests {

    /// One of n has everything: (n − 1)/n, and 10,000 by squares.
    @ParameterizedTest
    @CsvSource({"2, 0.5", "4, 0.75", "10, 0.9", "100, 0.99"})
    void one_customer_has_everything(int n, double gini) {
        var totals = new long[n];
        totals[n / 2] = 7;
        var one = Concentration.of(totals);

        assertThat(one.gini().orElseThrow()).isCloseTo(gini, within(1e-12));
        assertThat(one.hhi().orElseThrow()).isCloseTo(10_000, within(1e-9));
        assertThat(one.accountsForEighty()).hasValue(1);
        assertThat(one.zeroCustomers()).isEqualTo(n - 1);
        assertThat(one.topFifthShare()).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "4, 4", "5, 4", "10, 8", "11, 9"})
    void equal_customers(int n, int forEighty) {
        var equal = Concentration.of(LongStream.generate(() -> 25).limit(n).toArray());

        assertThat(equal.gini().orElseThrow()).isCloseTo(0, within(1e-12));
        assertThat(equal.hhi().orElseThrow()).isCloseTo(10_000.0 / n, within(1e-9));
        assertThat(equal.accountsForEighty()).hasValue(forEighty);
        assertThat(equal.majorCustomers(1.0 / n)).hasValue(n);
    }

    /// 40, 20, 20, 10, 10: the tie of 20 is split by the share asked for, never by the order of rows.
    @Test
    void ties_around_a_boundary() {
        var tied = Concentration.of(20, 10, 40, 10, 20);

        assertThat(tied.customersFor(0.4)).hasValue(1);
        assertThat(tied.customersFor(0.41)).hasValue(2);
        assertThat(tied.customersFor(0.6)).hasValue(2);
        assertThat(tied.customersFor(0.8)).hasValue(3);
        assertThat(tied.customersFor(1)).hasValue(5);
        assertThat(tied.majorCustomers(0.2)).hasValue(3);
        assertThat(tied.majorCustomers(0.21)).hasValue(1);
        assertThat(tied.majorCustomers(1)).hasValue(0);
        assertThat(Concentration.of(0, 9, 0).majorCustomers(1)).hasValue(1);
        assertThat(tied.gini().orElseThrow()).isCloseTo(2 * (10 + 20 + 60 + 80 + 200) / 500.0 - 6 / 5.0, within(1e-12));
    }

    /// 60, 25, 10, 4, 1 of a hundred.
    @Test
    void classes_of_other_boundaries() {
        var base = Concentration.of(4, 60, 1, 25, 10);

        assertThat(base.abc(new AbcBoundaries(0.6, 0.85))).hasValue(new AbcSplit(1, 1, 3));
        assertThat(base.abc(new AbcBoundaries(0.61, 0.99))).hasValue(new AbcSplit(2, 2, 1));
        assertThat(base.abc(new AbcBoundaries(0.5, 0.6))).hasValue(new AbcSplit(1, 0, 4));
        assertThat(base.abc(new AbcBoundaries(0.2, 1))).hasValue(new AbcSplit(1, 4, 0));
        assertThat(new AbcSplit(1, 0, 4).of(1)).isEqualTo(AbcClass.A);
        assertThat(new AbcSplit(1, 0, 4).of(2)).isEqualTo(AbcClass.C);
        assertThat(new AbcSplit(1, 2, 4).of(3)).isEqualTo(AbcClass.B);
        assertThat(new AbcSplit(1, 2, 4).of(4)).isEqualTo(AbcClass.C);
    }

    @Test
    void losses_lift_shares_above_everything() {
        var net = Concentration.of(100, 50, -25, -25);

        assertThat(net.total()).isEqualTo(100);
        assertThat(net.cr(1)).hasValue(1);
        assertThat(net.cr(2)).hasValue(1.5);
        assertThat(net.cr(4)).hasValue(1);
        assertThat(net.hhi().orElseThrow()).isCloseTo(10_000 * (1 + 0.25 + 2 * 0.0625), within(1e-9));
        assertThat(net.gini().orElseThrow()).isCloseTo((300 + 50 + 25 + 75) / 400.0, within(1e-12));
        assertThat(net.curve().points())
                .extracting(CurvePoint::cumulativeShare)
                .containsExactly(0.0, 1.0, 1.5, 1.25, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "MERGER_2010, 0, UNCONCENTRATED",
        "MERGER_2010, 1499, UNCONCENTRATED",
        "MERGER_2010, 1500, MODERATELY_CONCENTRATED",
        "MERGER_2010, 2500, MODERATELY_CONCENTRATED",
        "MERGER_2010, 2500.1, HIGHLY_CONCENTRATED",
        "MERGER_2023, 999, UNCONCENTRATED",
        "MERGER_2023, 1000, MODERATELY_CONCENTRATED",
        "MERGER_2023, 1800, MODERATELY_CONCENTRATED",
        "MERGER_2023, 1801, HIGHLY_CONCENTRATED"
    })
    void bands_of_both_guidelines(HhiGuideline guideline, double hhi, HhiBand band) {
        assertThat(guideline.band(hhi)).isEqualTo(band);
        assertThat(guideline.band(guideline.lower())).isEqualTo(HhiBand.MODERATELY_CONCENTRATED);
        assertThat(guideline.band(Math.nextDown((double) guideline.lower()))).isEqualTo(HhiBand.UNCONCENTRATED);
        assertThat(guideline.band(guideline.upper())).isEqualTo(HhiBand.MODERATELY_CONCENTRATED);
        assertThat(guideline.band(Math.nextUp((double) guideline.upper()))).isEqualTo(HhiBand.HIGHLY_CONCENTRATED);
    }

    /// ASC 280: revenue of two millions, so a customer of 200,000 is disclosed and one of 199,999 is not; two under
    /// common control are one.
    @Test
    void customers_under_common_control_are_added_up_first() {
        assertThat(Concentration.of(1_600_001, 199_999, 200_000).majorCustomers(0.10))
                .hasValue(2);
        assertThat(Concentration.of(1_600_001, 399_999).majorCustomers(0.10)).hasValue(2);
        assertThat(Concentration.of(1_800_000, 100_000, 100_000).majorCustomers(0.10))
                .hasValue(1);
        assertThat(Concentration.of(1_800_000, 200_000).majorCustomers(0.10)).hasValue(2);
    }

    /// 10^16 and a thousand ones: plain summation would lose every one of them.
    @Test
    void small_totals_beside_large_ones_are_not_lost() {
        var totals = new double[1001];
        Arrays.fill(totals, 1);
        totals[500] = 1e16;
        var curve = CumulativeCurve.of(totals);

        assertThat(curve.total()).isEqualTo(1e16 + 1000);
        assertThat(curve.runningTotal(501)).isEqualTo(1e16 + 500);
        var cancelled = CumulativeCurve.of(1e16, 1.0, 1.0, -1e16);
        assertThat(cancelled.total()).isEqualTo(2);
        assertThat(cancelled.runningTotal(3)).isEqualTo(1e16 + 2);
    }

    /// Ten equal customers in five points: even steps.
    @Test
    void a_straight_curve_is_thinned_evenly() {
        var points = CumulativeCurve.of(LongStream.generate(() -> 5).limit(100).toArray())
                .points(5);

        assertThat(points).extracting(CurvePoint::customers).containsExactly(0, 25, 50, 75, 100);
        assertThat(points.get(1)).isEqualTo(new CurvePoint(25, 0.25, 0.25));
    }

    /// One customer with nearly everything: the steep beginning is one step of the curve, the flat rest the other.
    @Test
    void a_steep_curve_keeps_its_corner() {
        var totals = new long[1000];
        Arrays.fill(totals, 1);
        totals[3] = 1_000_000;
        var points = CumulativeCurve.of(totals).points(4);

        assertThat(points).extracting(CurvePoint::customers).startsWith(0, 1).endsWith(1000);
        assertThat(points.get(1).cumulativeShare()).isGreaterThan(0.99);
        assertThat(points).hasSize(4);
    }

    /// Up to 150 % and back: the peak stays whatever is left out.
    @Test
    void a_whale_keeps_its_peak() {
        var totals = LongStream.concat(
                        LongStream.generate(() -> 3).limit(100),
                        LongStream.generate(() -> -1).limit(100))
                .toArray();
        for (var most = 3; most <= 40; most++) {
            var points = CumulativeCurve.of(totals).points(most);
            assertThat(points).hasSizeLessThanOrEqualTo(most);
            assertThat(points).contains(new CurvePoint(100, 0.5, 1.5));
            assertThat(points.getFirst()).isEqualTo(new CurvePoint(0, 0, 0));
            assertThat(points.getLast()).isEqualTo(new CurvePoint(200, 1, 1));
        }
        assertThat(CumulativeCurve.of(totals).points(3))
                .extracting(CurvePoint::customers)
                .containsExactly(0, 100, 200);
        assertThat(CumulativeCurve.of(totals).points(11)).hasSizeBetween(9, 11);
    }

    @Test
    void the_curve_for_a_chart_is_the_thinned_one() {
        var base = Concentration.of(5, 3, 2);

        assertThat(base.curve(3)).isEqualTo(base.curve().points(3)).hasSize(3);
        assertThat(base.curve(4)).isEqualTo(base.curve().points());
    }

    @Test
    void bounds_are_counted_above() {
        var curve = CumulativeCurve.of(5, 3, 3, 0, -2);

        assertThat(List.of(curve.countAbove(5), curve.countAbove(3), curve.countAbove(2.9), curve.countAbove(-3)))
                .containsExactly(0, 1, 3, 5);
        assertThat(curve.customersAtPeak()).isEqualTo(3);
        assertThat(curve.zeroCustomers()).isEqualTo(1);
        assertThat(curve.negativeCustomers()).isEqualTo(1);
    }
}
