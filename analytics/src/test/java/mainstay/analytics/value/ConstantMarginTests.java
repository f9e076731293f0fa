package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// Margin multiples as tabulated by S. Gupta and D. R. Lehmann, "Managing Customers as Investments", 2005.
class ConstantMarginTests {

    private static final double[] RATES = {.10, .12, .14, .16};

    private static void assertMultiples(double retention, double... expected) {
        for (var i = 0; i < expected.length; i++) {
            assertThat(new ConstantMargin(1, retention, RATES[i]).multiple()).isCloseTo(expected[i], within(6e-4));
        }
    }

    @Test
    void multiples() {
        assertMultiples(.6, 1.2, 1.154, 1.111, 1.071);
        assertMultiples(.7, 1.75, 1.667, 1.591, 1.522);
        assertMultiples(.8, 2.667, 2.5, 2.353, 2.222);
        assertMultiples(.9, 4.5, 4.091, 3.75, 3.462);
    }

    @Test
    void values() {
        var customer = new ConstantMargin(100, .8, .1);

        assertThat(customer.value()).isCloseTo(266.667, within(1e-3));
        assertThat(customer.valueAfter(66)).isCloseTo(200.667, within(1e-3));
        assertThat(customer.expectedPeriods()).isCloseTo(5, within(1e-12));
        assertThat(new ConstantMargin(100, 1, .1).value()).isCloseTo(1000, within(1e-9));
        assertThat(new ConstantMargin(100, 0, .1).value()).isZero();
    }

    @Test
    void ranges() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ConstantMargin(1, 1.1, .1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConstantMargin(1, -.1, .1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConstantMargin(1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConstantMargin(1, .5, -.1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConstantMargin(Double.NaN, .5, .1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ConstantMargin(1, .5, Double.POSITIVE_INFINITY));
    }

    @Test
    void five_points_fewer_defections() {
        var retentions = new double[] {.60, .75, .80, .85, .90};
        var expected = new double[] {.204, .244, .275, .324, .407};
        for (var i = 0; i < expected.length; i++) {
            var whatIf = RetentionWhatIf.of(new ConstantMargin(100, retentions[i], .1), .05, 1000);
            assertThat(whatIf.relativeGain().getAsDouble()).isCloseTo(expected[i], within(6e-4));
            assertThat(whatIf.keptPerPeriod()).isCloseTo(50, within(1e-9));
        }
    }

    @Test
    void the_published_range_is_higher() {
        var whatIf = RetentionWhatIf.of(new ConstantMargin(100, .6, .1), .05, 1000);

        assertThat(whatIf.gain()).isCloseTo(1000 * 100 * (.65 / .45 - 1.2), within(1e-6));
        assertThat(whatIf.relativeGain().getAsDouble()).isLessThan(RetentionWhatIf.PUBLISHED_LOW);
        assertThat(RetentionWhatIf.PUBLISHED_HIGH).isEqualTo(0.85);
    }

    @Test
    void retention_stays_within_its_range() {
        assertThat(new ConstantMargin(1, .98, .1).withRetentionChangedBy(.05).retention())
                .isEqualTo(1);
        assertThat(new ConstantMargin(1, .02, .1).withRetentionChangedBy(-.05).retention())
                .isZero();
        assertThat(RetentionWhatIf.of(new ConstantMargin(0, .5, .1), .05, 10).relativeGain())
                .isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RetentionWhatIf.of(new ConstantMargin(1, .5, .1), .05, -1));
    }
}
