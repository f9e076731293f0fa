package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeometricDropOutTests {

    /// The defining integral by brute force: the mean of (1 − (1 + p·t/rate)^−shape)/p over p from Beta(a, b).
    private static double integral(double shape, double rate, double a, double b, double t) {
        var sum = 0.0;
        var weights = 0.0;
        for (var y = -60 / a; y < 60 / b; y += 2e-3) {
            var logP = -Logistic.softplus(-y);
            var weight = Math.exp(a * logP - b * Logistic.softplus(y));
            weights += weight;
            sum += weight * -Math.expm1(-shape * Math.log1p(Math.exp(logP) * t / rate)) / Math.exp(logP);
        }
        return sum / weights;
    }

    private static void assertExpected(double shape, double rate, double a, double b, double t) {
        var expected = integral(shape, rate, a, b, t);
        assertThat(GeometricDropOut.expected(shape, rate, a, b, t)).isCloseTo(expected, within(1e-8 * expected));
    }

    @Test
    void the_series_is_the_integral() {
        assertExpected(0.24, 4.4, 0.79, 2.43, 52);
        assertExpected(10.24, 44, 0.79, 12.43, 52);
        assertExpected(0.5, 4, 3.5, 0.7, 10);
        assertExpected(2, 40, 0.6, 0.3, 400);
    }

    @Test
    void one_and_the_sum_of_one_are_no_exceptions() {
        assertExpected(0.7, 6, 1, 2.5, 40);
        assertExpected(0.7, 6, 0.4, 0.6, 40);
        assertThat(GeometricDropOut.expected(0.7, 6, 1 + 1e-9, 2.5, 40))
                .isCloseTo(GeometricDropOut.expected(0.7, 6, 1, 2.5, 40), within(1e-7));
    }

    /// Where the terms of the series cancel.
    @Test
    void many_purchases_or_equal_customers() {
        assertExpected(200, 1000, 0.8, 2.5, 500);
        assertExpected(1000, 1000, 0.8, 2.5, 500);
        assertExpected(5000, 25_000, 0.8, 2.5, 2000);
        assertThat(GeometricDropOut.expected(1e6, 5e6, 1e-4, 1e3, 100)).isCloseTo(20, within(1e-3));
    }

    @Test
    void no_time_brings_nothing() {
        assertThat(GeometricDropOut.expected(1, 1, 1, 1, 0)).isZero();
        assertThat(GeometricDropOut.logOddsGone(1, 1, 1, 1, 0, 0, 5))
                .isNegative()
                .isInfinite();
    }

    @Test
    void odds_do_not_overflow() {
        assertThat(Logistic.of(1000)).isEqualTo(1);
        assertThat(Logistic.of(-1000)).isZero();
        assertThat(Logistic.of(0)).isEqualTo(0.5);
        assertThat(Logistic.softplus(1000)).isEqualTo(1000);
        assertThat(Logistic.softplus(-1000)).isZero();
        assertThat(Logistic.softplus(0)).isCloseTo(Math.log(2), within(1e-15));
    }
}
