package mainstay.analytics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MeanEffectTests {

    /// The first ten of Student's sleep data (Biometrika 6, 1908): mean 0.75, 95 % from −0.53 to 2.03.
    @Test
    void ten_patients_of_student() {
        var mean = MeanEffect.of(new double[] {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2}, 0.95)
                .orElseThrow();

        assertThat(mean.measures()).isEqualTo(10);
        assertThat(mean.mean()).isCloseTo(0.75, within(1e-12));
        assertThat(mean.low()).isCloseTo(-0.5297804, within(1e-6));
        assertThat(mean.high()).isCloseTo(2.0297804, within(1e-6));
    }

    @Test
    void two_say_nothing() {
        assertThat(MeanEffect.of(new double[] {1, 2}, 0.9)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> MeanEffect.of(new double[] {1, 2, Double.NaN}, 0.9));
    }

    @Property
    void the_mean_lies_in_its_interval(
            @ForAll @Size(min = 3, max = 20) List<@DoubleRange(min = -5, max = 5) Double> changes) {
        var mean = MeanEffect.of(
                        changes.stream().mapToDouble(Double::doubleValue).toArray(), 0.9)
                .orElseThrow();

        assertThat(mean.low()).isLessThanOrEqualTo(mean.mean());
        assertThat(mean.high()).isGreaterThanOrEqualTo(mean.mean());
    }
}
