package mainstay.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GammaFunctionTests {

    private static final double EULER = 0.5772156649015329;

    @Test
    void logarithms_of_factorials() {
        var factorial = 1.0;
        for (var n = 1; n <= 20; n++) {
            assertThat(GammaFunction.log(n)).isCloseTo(Math.log(factorial), within(2e-14 * (1 + Math.log(factorial))));
            factorial *= n;
        }
        assertThat(GammaFunction.log(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-15));
        assertThat(GammaFunction.log(1e-10)).isCloseTo(23.025850929882736, within(1e-12));
        assertThat(GammaFunction.log(1e6)).isCloseTo(12815504.569147611, within(1e-6));
    }

    @Test
    void digamma_at_known_points() {
        assertThat(GammaFunction.digamma(1)).isCloseTo(-EULER, within(1e-14));
        assertThat(GammaFunction.digamma(0.5)).isCloseTo(-EULER - 2 * Math.log(2), within(1e-14));
        assertThat(GammaFunction.digamma(2)).isCloseTo(1 - EULER, within(1e-14));
        assertThat(GammaFunction.digamma(1e8)).isCloseTo(Math.log(1e8) - 5e-9, within(1e-13));
    }

    @Test
    void rising_factorials() {
        assertThat(GammaFunction.logRising(0.3, 0)).isZero();
        assertThat(GammaFunction.logRising(2, 3)).isCloseTo(Math.log(24), within(1e-14));
        assertThat(GammaFunction.logRising(0.3, 29))
                .isCloseTo(GammaFunction.log(29.3) - GammaFunction.log(0.3), within(1e-12));
        assertThat(GammaFunction.logRising(0.3, 2000))
                .isCloseTo(GammaFunction.log(2000.3) - GammaFunction.log(0.3), within(1e-9));
        assertThat(GammaFunction.logRising(1e30, 30)).isCloseTo(30 * Math.log(1e30), within(1e-9));
        assertThat(GammaFunction.logRising(1e-250, 2)).isCloseTo(Math.log(1e-250), within(1e-9));
    }

    @Test
    void derivatives_of_rising_factorials() {
        for (var n : new long[] {0, 1, 30, 31, 500}) {
            var h = 1e-5;
            var slope = (GammaFunction.logRising(0.7 + h, n) - GammaFunction.logRising(0.7 - h, n)) / (2 * h);
            assertThat(GammaFunction.digammaRising(0.7, n)).isCloseTo(slope, within(1e-6));
        }
    }

    @Test
    void beta() {
        assertThat(GammaFunction.logBeta(2, 3)).isCloseTo(Math.log(1 / 12.0), within(1e-14));
    }
}
