package mainstay.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Special functions at known points, and searches whose path is known.
class NumericExampleTests {

    private static final double[] LOW = {-2, -2};
    private static final double[] HIGH = {2, 2};

    /// ψ′(1) = π²/6, ψ′(½) = π²/2, ψ′(¼) = π² + 8·Catalan.
    @Test
    void trigamma_at_known_points() {
        assertThat(GammaFunction.trigamma(1)).isCloseTo(Math.PI * Math.PI / 6, within(1e-14));
        assertThat(GammaFunction.trigamma(0.5)).isCloseTo(Math.PI * Math.PI / 2, within(1e-13));
        assertThat(GammaFunction.trigamma(0.25)).isCloseTo(Math.PI * Math.PI + 8 * 0.915965594177219, within(1e-12));
        assertThat(GammaFunction.trigamma(1e6)).isCloseTo(1e-6 + 0.5e-12, within(1e-18));
        assertThat(GammaFunction.trigamma(20)).isCloseTo(0.05127082293520312, within(1e-15));
    }

    @Property
    void trigamma_is_the_slope_of_digamma(@ForAll @DoubleRange(min = 0.05, max = 200) double x) {
        var h = 1e-5 * x;
        var slope = (GammaFunction.digamma(x + h) - GammaFunction.digamma(x - h)) / (2 * h);

        assertThat(GammaFunction.trigamma(x)).isCloseTo(slope, within(1e-6 * slope));
        assertThat(GammaFunction.trigamma(x + 1))
                .isCloseTo(GammaFunction.trigamma(x) - 1 / (x * x), within(1e-12 * (1 + 1 / (x * x))));
    }

    @ParameterizedTest
    @CsvSource({"0.7, 30", "0.7, 31", "250.5, 30", "250.5, 31", "1e-150, 3", "1e150, 3"})
    void rising_factorials_by_either_route(double x, long n) {
        var sum = 0.0;
        var slope = 0.0;
        for (var i = 0; i < n; i++) {
            sum += Math.log(x + i);
            slope += 1 / (x + i);
        }
        assertThat(GammaFunction.logRising(x, n)).isCloseTo(sum, within(1e-9 * (1 + Math.abs(sum))));
        assertThat(GammaFunction.digammaRising(x, n)).isCloseTo(slope, within(1e-9 * (1 + slope)));
    }

    /// Products that leave the range of a number on the way.
    @Test
    void rising_factorials_do_not_overflow() {
        assertThat(GammaFunction.logRising(1e150, 20)).isCloseTo(20 * Math.log(1e150), within(1e-8));
        assertThat(GammaFunction.logRising(1e-200, 1)).isCloseTo(Math.log(1e-200), within(1e-9));
        assertThat(GammaFunction.logRising(1e-300, 2)).isCloseTo(Math.log(1e-300), within(1e-9));
    }

    /// Binomial sums: I_x(a, n − a + 1) is the chance of a or more hits.
    @ParameterizedTest
    @CsvSource({"3, 10, 0.1", "3, 10, 0.5", "9, 10, 0.9", "40, 60, 0.6", "1, 25, 0.04"})
    void the_beta_distribution_is_a_binomial_sum(int a, int n, double x) {
        var sum = 0.0;
        for (var k = a; k <= n; k++) {
            sum += Math.exp(GammaFunction.log(n + 1) - GammaFunction.log(k + 1) - GammaFunction.log(n - k + 1.0))
                    * Math.pow(x, k)
                    * Math.pow(1 - x, n - k);
        }
        assertThat(Incomplete.beta(a, n - a + 1.0, x)).isCloseTo(sum, within(1e-12));
    }

    /// Poisson sums: Q(n, λ) is the chance of fewer than n events.
    @ParameterizedTest
    @CsvSource({"1, 0.3", "4, 3.9", "4, 5.1", "30, 25", "30, 45"})
    void the_gamma_distribution_is_a_poisson_sum(int n, double mean) {
        var sum = 0.0;
        for (var k = 0; k < n; k++) {
            sum += Math.exp(k * Math.log(mean) - mean - GammaFunction.log(k + 1));
        }
        assertThat(Incomplete.gammaUpper(n, mean)).isCloseTo(sum, within(1e-13));
    }

    /// With two degrees of freedom the chi-square distribution is exponential.
    @ParameterizedTest
    @CsvSource({"0.1", "1", "3.9", "4.1", "30", "600"})
    void chi_square_with_two_degrees(double value) {
        assertThat(Incomplete.chiSquareUpper(2, value)).isCloseTo(Math.exp(-value / 2), within(1e-14));
        assertThat(Incomplete.chiSquareUpper(2, -1)).isEqualTo(1);
    }

    private static double bowl(double[] at, double[] gradient, double x, double y) {
        gradient[0] = 2 * (at[0] - x);
        gradient[1] = 2 * (at[1] - y);
        return (at[0] - x) * (at[0] - x) + (at[1] - y) * (at[1] - y);
    }

    private static Minimiser search(Objective objective) {
        return new Minimiser(
                (at, gradient) -> {
                    assertThat(at[0]).isBetween(LOW[0], HIGH[0]);
                    assertThat(at[1]).isBetween(LOW[1], HIGH[1]);
                    return objective.at(at, gradient);
                },
                LOW,
                HIGH);
    }

    @Test
    void nothing_outside_the_box_is_ever_asked() {
        var found = search((at, gradient) -> bowl(at, gradient, 9, -9))
                .from(new double[] {50, 50}, Matrix.identity(2), 1e-9);

        assertThat(found.at()).containsExactly(2, -2);
        assertThat(found.steepness()).isEqualTo(14);
    }

    @Test
    void from_a_wall_the_search_goes_back_inside() {
        var found = search((at, gradient) -> bowl(at, gradient, 0.5, -1))
                .from(new double[] {2, -2}, Matrix.identity(2), 1e-9);

        assertThat(found.at()).containsExactly(new double[] {0.5, -1}, within(1e-9));
    }

    /// One coordinate is held by its wall, the other goes on to its own minimum.
    @Test
    void a_held_coordinate_does_not_hold_the_other() {
        var found = search((at, gradient) -> bowl(at, gradient, -7, 1.25))
                .from(new double[] {-2, 0}, Matrix.identity(2), 1e-9);

        assertThat(found.at()).containsExactly(new double[] {-2, 1.25}, within(1e-9));
        assertThat(found.evaluations()).isLessThan(12);
    }

    @Test
    void at_a_minimum_nothing_is_done() {
        var found =
                search((at, gradient) -> bowl(at, gradient, 1, 1)).from(new double[] {1, 1}, Matrix.identity(2), 1e-9);

        assertThat(found.evaluations()).isEqualTo(1);
        assertThat(found.value()).isZero();
    }

    @Test
    void where_every_step_leads_nowhere_the_start_remains() {
        var alone = search((at, gradient) -> {
            gradient[0] = 1;
            return at[0] == 1 && at[1] == 1 ? 5 : Double.POSITIVE_INFINITY;
        });
        var found = alone.from(new double[] {1, 1}, Matrix.identity(2), 1e-9);

        assertThat(found.at()).containsExactly(1, 1);
        assertThat(found.value()).isEqualTo(5);
    }

    /// A function that lies about its slope is left where it is.
    @Test
    void a_wrong_slope_is_not_followed() {
        var lying = search((at, gradient) -> {
            gradient[0] = -1;
            return at[0];
        });

        assertThat(lying.from(new double[] {0, 0}, Matrix.identity(2), 1e-9).value())
                .isZero();
    }

    @Test
    void walls_reach_half_a_step_inside() {
        var search = search((at, gradient) -> bowl(at, gradient, 0, 0));

        assertThat(search.atWall(new double[] {1.5, 0}, 0)).isTrue();
        assertThat(search.atWall(new double[] {1.49, 0}, 0)).isFalse();
        assertThat(search.atWall(new double[] {-1.5, 0}, 0)).isTrue();
        assertThat(search.atWall(new double[] {0, -1.49}, 1)).isFalse();
    }

    /// x² + 10·y² + x·y: the second derivatives are what they are.
    @Test
    void second_derivatives_of_a_quadratic() {
        var search = search((at, gradient) -> {
            gradient[0] = 2 * at[0] + at[1];
            gradient[1] = 20 * at[1] + at[0];
            return at[0] * at[0] + 10 * at[1] * at[1] + at[0] * at[1];
        });
        var polished = search.polish(search.from(new double[] {1, 1}, Matrix.identity(2), 1e-2));

        assertThat(polished.minimum().at()).containsExactly(new double[] {0, 0}, within(1e-10));
        assertThat(polished.hessian()[0]).containsExactly(new double[] {2, 1}, within(1e-7));
        assertThat(polished.hessian()[1]).containsExactly(new double[] {1, 20}, within(1e-7));
        assertThat(Arrays.stream(Matrix.eigen(polished.hessian()).values()).sum())
                .isCloseTo(22, within(1e-6));
    }

    @Test
    void chunks_add_up_in_the_same_order_however_many_there_are() {
        var calls = new AtomicInteger();
        var sums = Chunks.sum(8193, 2, (from, to, part) -> {
            calls.incrementAndGet();
            part[0] += to - from;
            part[1] += from;
        });

        assertThat(calls).hasValue(2);
        assertThat(sums).containsExactly(8193, 8192);
        Chunks.work(8192, (from, to) -> calls.addAndGet(to - from));
        assertThat(calls).hasValue(8194);
    }
}
