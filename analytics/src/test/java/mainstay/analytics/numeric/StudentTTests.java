package mainstay.analytics.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTests {

    /// Rows of the usual table (for instance NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2).
    @ParameterizedTest
    @CsvSource({
        "1, 0.95, 12.706",
        "2, 0.90, 2.920",
        "5, 0.98, 3.365",
        "10, 0.90, 1.812",
        "18, 0.95, 2.101",
        "30, 0.99, 2.750",
        "100, 0.80, 1.290"
    })
    void values_of_the_table(int degrees, double level, double value) {
        assertThat(StudentT.within(degrees, level)).isCloseTo(value, within(5e-4));
    }

    /// With one degree it is Cauchy's: P(|T| > 1) = 1/2. With many it is the normal one.
    @Test
    void at_its_ends_it_is_cauchy_and_normal() {
        assertThat(StudentT.twoSided(1, 1)).isCloseTo(0.5, within(1e-12));
        assertThat(StudentT.within(1e7, 0.95)).isCloseTo(1.959963984540054, within(1e-5));
        assertThat(StudentT.twoSided(3, 0)).isCloseTo(1, within(1e-12));
    }

    @Property
    void the_value_has_the_probability(
            @ForAll @IntRange(min = 1, max = 200) int degrees,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double level) {
        assertThat(StudentT.twoSided(degrees, StudentT.within(degrees, level))).isCloseTo(1 - level, within(1e-8));
    }

    @Test
    void a_level_lies_between_nothing_and_all() {
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.within(5, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.within(5, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> StudentT.within(0, 0.9));
    }
}
