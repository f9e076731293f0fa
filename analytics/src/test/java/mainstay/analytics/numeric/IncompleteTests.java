package mainstay.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Values from scipy 1.17.1 (gammaincc, betainc, chi2.sf).
class IncompleteTests {

    @Test
    void gamma() {
        assertThat(Incomplete.gammaUpper(1, 0)).isEqualTo(1);
        assertThat(Incomplete.gammaUpper(1, 2)).isCloseTo(Math.exp(-2), within(1e-15));
        assertThat(Incomplete.gammaUpper(0.5, 0.5)).isCloseTo(0.31731050786291415, within(1e-14));
        assertThat(Incomplete.gammaUpper(10, 3)).isCloseTo(0.9988975118698846, within(1e-14));
        assertThat(Incomplete.gammaUpper(10, 30)).isCloseTo(7.121750862815593e-06, within(1e-14));
    }

    @Test
    void chi_square() {
        assertThat(Incomplete.chiSquareUpper(2, 5.991464547107979)).isCloseTo(0.05, within(1e-14));
        assertThat(Incomplete.chiSquareUpper(1, 3.841458820694124)).isCloseTo(0.05, within(1e-14));
    }

    @Test
    void beta() {
        assertThat(Incomplete.beta(2, 3, 0)).isZero();
        assertThat(Incomplete.beta(2, 3, 1)).isEqualTo(1);
        assertThat(Incomplete.beta(2, 3, 0.3)).isCloseTo(0.3483, within(1e-12));
        assertThat(Incomplete.beta(2, 3, 0.9)).isCloseTo(0.9963, within(1e-12));
        assertThat(Incomplete.beta(0.5, 0.5, 0.5)).isCloseTo(0.5, within(1e-14));
        assertThat(Incomplete.beta(120, 80, 0.55)).isCloseTo(1 - Incomplete.beta(80, 120, 0.45), within(1e-13));
    }
}
