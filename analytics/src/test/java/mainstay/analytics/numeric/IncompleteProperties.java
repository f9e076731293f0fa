package mainstay.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class IncompleteProperties {

    @Property
    void beta_is_a_distribution(
            @ForAll @DoubleRange(min = 0.01, max = 500) double a,
            @ForAll @DoubleRange(min = 0.01, max = 500) double b,
            @ForAll @DoubleRange(min = 0, max = 1) double x) {
        var probability = Incomplete.beta(a, b, x);

        assertThat(probability).isBetween(-1e-12, 1 + 1e-12);
        assertThat(Incomplete.beta(a, b, Math.min(1, x + 0.01))).isGreaterThanOrEqualTo(probability - 1e-12);
        assertThat(Incomplete.beta(b, a, 1 - x)).isCloseTo(1 - probability, within(1e-9));
    }

    @Property
    void gamma_is_a_distribution(
            @ForAll @DoubleRange(min = 0.01, max = 300) double s, @ForAll @DoubleRange(min = 0, max = 1000) double x) {
        var probability = Incomplete.gammaUpper(s, x);

        assertThat(probability).isBetween(0.0, 1 + 1e-12);
        assertThat(Incomplete.gammaUpper(s, x + 0.1)).isLessThanOrEqualTo(probability + 1e-12);
    }

    /// Q(s + 1, x) = Q(s, x) + x^s e^−x / Γ(s + 1).
    @Property
    void gamma_recurs(
            @ForAll @DoubleRange(min = 0.01, max = 100) double s,
            @ForAll @DoubleRange(min = 0.01, max = 200) double x) {
        var step = Math.exp(s * Math.log(x) - x - GammaFunction.log(s + 1));

        assertThat(Incomplete.gammaUpper(s + 1, x)).isCloseTo(Incomplete.gammaUpper(s, x) + step, within(1e-11));
    }

    @Property
    void the_gamma_function_recurs(@ForAll @DoubleRange(min = 0.01, max = 1_000_000) double x) {
        assertThat(GammaFunction.log(x + 1))
                .isCloseTo(
                        GammaFunction.log(x) + Math.log(x), within(1e-12 * (1 + Math.abs(GammaFunction.log(x + 1)))));
        assertThat(GammaFunction.digamma(x + 1))
                .isCloseTo(GammaFunction.digamma(x) + 1 / x, within(1e-9 * (1 + 1 / x)));
    }
}
