package mainstay.analytics.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MonthsTests {

    private static final double NONE = Double.NaN;

    /// 2, 4, 9 have the line 1.5, 5, 8.5: rests 0.5, −1, 0.5, squares 1.5 over 3 − 2 degrees.
    @Test
    void a_line_goes_through_the_months_before() {
        var months = Months.of(new double[] {2, 4, 9, 20, 40}, 3);

        assertThat(months.meanBefore()).isEqualTo(5);
        assertThat(months.meanAfter()).isEqualTo(30);
        assertThat(months.slope()).isCloseTo(3.5, within(1e-12));
        assertThat(months.unrest()).isCloseTo(Math.sqrt(1.5), within(1e-12));
        assertThat(months.monthsBefore()).isEqualTo(3);
        assertThat(months.monthsAfter()).isEqualTo(2);
    }

    @Test
    void months_without_a_figure_are_left_out_and_not_zero() {
        var months = Months.of(new double[] {10, NONE, 20, NONE, 30, NONE}, 4);

        assertThat(months.knownBefore()).isEqualTo(2);
        assertThat(months.knownAfter()).isEqualTo(1);
        assertThat(months.meanBefore()).isEqualTo(15);
        assertThat(months.meanAfter()).isEqualTo(30);
        assertThat(months.slope()).isCloseTo(5, within(1e-12));
        assertThat(months.unrest()).isZero();
    }

    @Test
    void nothing_known_says_nothing() {
        var months = Months.of(new double[] {NONE, NONE}, 1);

        assertThat(months.meanBefore()).isNaN();
        assertThat(months.meanAfter()).isNaN();
        assertThat(months.slope()).isZero();
    }

    @Test
    void there_is_a_before_and_an_after() {
        assertThatIllegalArgumentException().isThrownBy(() -> Months.of(new double[] {1, 2}, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> Months.of(new double[] {1, 2}, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Months.of(new double[] {1, Double.POSITIVE_INFINITY}, 1));
    }
}
