package mainstay.analytics.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CumulativeCurveTests {

    @Test
    void the_whole_curve_starts_at_nothing_and_ends_at_everything() {
        assertThat(CumulativeCurve.of(1, 3).points())
                .containsExactly(new CurvePoint(0, 0, 0), new CurvePoint(1, 0.5, 0.75), new CurvePoint(2, 1, 1));
    }

    @Test
    void the_input_array_is_left_untouched() {
        var totals = new double[] {1, 3, 2};
        CumulativeCurve.of(totals);
        assertThat(totals).containsExactly(1, 3, 2);
    }

    @Test
    void a_curve_of_100_000_customers_is_thinned_without_losing_its_shape() {
        var curve = CumulativeCurve.of(
                LongStream.rangeClosed(1, 100_000).map(i -> 1_000_000 / i - 20).toArray());
        var points = curve.points(200);
        assertThat(points).hasSizeLessThanOrEqualTo(200).hasSizeGreaterThan(120);
        assertThat(points.getFirst()).isEqualTo(new CurvePoint(0, 0, 0));
        assertThat(points.getLast().customers()).isEqualTo(100_000);
        assertThat(points).anyMatch(point -> point.customers() == curve.customersAtPeak());
        assertThat(points).isSortedAccordingTo((a, b) -> Integer.compare(a.customers(), b.customers()));
    }

    @Test
    void a_short_curve_is_not_thinned() {
        assertThat(CumulativeCurve.of(5, 4, 3).points(4)).hasSize(4);
        assertThat(CumulativeCurve.of(5, 4, 3).points(3)).hasSize(3);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CumulativeCurve.of(5, 4, 3).points(2));
    }

    @Test
    void a_total_beyond_the_range_of_long_is_not_wrapped_around() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> CumulativeCurve.of(Long.MAX_VALUE, 1L));
    }

    @Test
    void ranks_and_counts_outside_the_base_are_refused() {
        var curve = CumulativeCurve.of(2, 1);
        assertThat(curve.value(1)).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> curve.value(0));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.value(3));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.runningTotal(-1));
    }
}
