package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import mainstay.terms.rebate.Incentive.OfStep;
import org.junit.jupiter.api.Test;

class BinomialTests {

    private static OfStep step(int near, int crossed, double usual) {
        return new OfStep(
                1,
                500_000_0000L,
                5_000_0000L,
                0,
                near,
                crossed,
                near * usual,
                Binomial.atLeast(crossed, near, usual),
                0);
    }

    @Test
    void nine_of_twelve_are_no_chance_where_a_quarter_is_usual() {
        assertThat(Binomial.atLeast(9, 12, 21.0 / 80)).isCloseTo(0.00058, offset(0.00001));
        assertThat(step(12, 9, 21.0 / 80).verdict()).isEqualTo("strong");
        assertThat(step(12, 9, 21.0 / 80).expected()).isCloseTo(3.15, offset(1e-9));
        assertThat(step(12, 4, 21.0 / 80).verdict()).isEqualTo("none");
    }

    @Test
    void few_are_not_enough_to_say() {
        assertThat(step(9, 9, 0.1).verdict()).isEqualTo("few");
    }

    @Test
    void the_ends_are_certain() {
        assertThat(Binomial.atLeast(0, 5, 0.2)).isEqualTo(1);
        assertThat(Binomial.atLeast(6, 5, 0.2)).isZero();
        assertThat(Binomial.atLeast(1, 5, 0)).isZero();
        assertThat(Binomial.atLeast(5, 5, 1)).isEqualTo(1);
        assertThatThrownBy(() -> Binomial.atLeast(1, 5, 1.1)).isInstanceOf(IllegalArgumentException.class);
    }
}
