package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

/// Single customers and single numbers at given parameters, from papers and the tests of other programs.
class PublishedValuesTests {

    /// Rounded as printed in Fader, Hardie and Lee (2005).
    private static final BgNbd PAPER = new BgNbd(0.243, 4.414, 0.793, 2.426, TimeUnit.WEEK);
    /// BTYD 2.4, walkthrough 4.2.
    private static final BgNbd BTYD = new BgNbd(0.2425967, 4.413659, 0.7929869, 2.426164, TimeUnit.WEEK);
    /// Of maximum likelihood on the CDNOW sample, lifetimes 0.11.3 converged tightly with scipy 1.10.1.
    private static final ParetoNbd PARETO = new ParetoNbd(0.553277, 10.577684, 0.60624, 11.668736, TimeUnit.WEEK);

    /// BTYD 2.4, the parameters in its cdnowSummary.
    private static final ParetoNbd BTYD_PARETO =
            new ParetoNbd(0.5533971, 10.5801985, 0.6060625, 11.6562237, TimeUnit.WEEK);

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.WEEK);
    }

    @Test
    void bg_nbd_newcomers() {
        var horizons = new double[] {.1429, 1, 3, 31.8571, 32, 78};
        var expected = new double[] {.00783, .05327, .15087, 1.0420, 1.0452, 1.8605};
        for (var i = 0; i < horizons.length; i++) {
            assertThat(PAPER.expectedRepeatPurchases(Horizon.weeks(horizons[i])))
                    .isCloseTo(expected[i], within(1e-4));
        }
        assertThat(BTYD.expectedRepeatPurchases(Horizon.weeks(52))).isCloseTo(1.444004, within(2e-6));
    }

    @Test
    void bg_nbd_customers() {
        assertThat(PAPER.expectedPurchases(customer(2, 30.43, 38.86), Horizon.weeks(39)))
                .isCloseTo(1.22603, within(1e-5));
        assertThat(PAPER.probabilityAlive(customer(2, 30.43, 38.86))).isCloseTo(.726579, within(1e-6));
        assertThat(PAPER.expectedPurchases(customer(1, 1.71, 38.86), Horizon.weeks(39)))
                .isCloseTo(.203187, within(1e-6));
        assertThat(PAPER.probabilityAlive(customer(1, 1.71, 38.86))).isCloseTo(.212101, within(1e-6));
        assertThat(PAPER.expectedPurchases(customer(10, 35, 39), Horizon.weeks(2)))
                .isCloseTo(.391569, within(1e-6));
        assertThat(PAPER.probabilityAlive(customer(10, 35, 39))).isCloseTo(.842603, within(1e-6));
    }

    @Test
    void bg_nbd_against_btyd() {
        assertThat(BTYD.expectedPurchases(customer(26, 216 / 7.0, 31), Horizon.weeks(52)))
                .isCloseTo(25.75659, within(2e-4));
        assertThat(BTYD.probabilityAlive(customer(26, 216 / 7.0, 31))).isCloseTo(.9688523, within(1e-6));
        var counts = new int[] {10, 15, 20, 25};
        var expected = new double[] {0.3474606, 0.04283391, 0.004158973, 0.0003583685};
        for (var i = 0; i < counts.length; i++) {
            assertThat(BTYD.expectedPurchases(customer(counts[i], 20, 39), Horizon.weeks(52)))
                    .isCloseTo(expected[i], within(2e-5 * expected[i]));
        }
    }

    /// The second customer is the one at whom spreadsheets overflow.
    @Test
    void log_likelihoods_of_single_customers() {
        var bg = new BgNbd(.25, 4, .8, 2.5, TimeUnit.WEEK);
        assertThat(bg.logLikelihood(customer(0, 0, 40))).isCloseTo(-0.59947382, within(1e-8));
        assertThat(bg.logLikelihood(customer(200, 38, 40))).isCloseTo(100.7957, within(5e-5));
        var mbg = new MbgNbd(.25, 4, .8, 2.5, TimeUnit.WEEK);
        assertThat(mbg.logLikelihood(customer(0, 0, 40))).isCloseTo(-0.41792826, within(1e-8));
        assertThat(mbg.logLikelihood(customer(200, 38, 40))).isCloseTo(100.7869, within(5e-5));
    }

    @Test
    void certainties() {
        assertThat(PAPER.probabilityAlive(customer(0, 0, 100))).isEqualTo(1);
        assertThat(PAPER.probabilityAlive(customer(1000, 10, 100))).isZero();
        assertThat(new MbgNbd(.5, 6, .9, 1.6, TimeUnit.WEEK).probabilityAlive(customer(0, 0, 1)))
                .isLessThan(1);
        assertThat(new Nbd(1, 2, TimeUnit.WEEK).probabilityAlive(customer(0, 0, 100)))
                .isEqualTo(1);
    }

    @Test
    void pareto_nbd_newcomers() {
        assertThat(PARETO.expectedRepeatPurchases(Horizon.weeks(52))).isCloseTo(1.473434, within(1e-6));
        var manual = new ParetoNbd(.55, 10.56, .61, 11.64, TimeUnit.WEEK);
        var expected = new double[] {
            0, .05077821, .09916088, .14542507, .18979930, .23247466, .27361274, .31335159, .35181024, .38909211
        };
        for (var t = 0; t < expected.length; t++) {
            assertThat(manual.expectedRepeatPurchases(Horizon.weeks(t))).isCloseTo(expected[t], within(1e-8));
        }
    }

    @Test
    void pareto_nbd_customers() {
        assertThat(BTYD_PARETO.probabilityAlive(customer(0, 0, 39))).isCloseTo(0.2941633, within(1e-7));
        assertThat(PARETO.probabilityAlive(customer(26, 216 / 7.0, 31))).isCloseTo(0.997874, within(1e-6));
    }

    /// The walkthrough stops its search a little earlier than lifetimes, which shows in the fourth digit.
    @Test
    void pareto_nbd_expectations_of_btyd() {
        assertThat(PARETO.expectedPurchases(customer(26, 216 / 7.0, 31), Horizon.weeks(52)))
                .isCloseTo(25.45647, within(2e-3));
        var counts = new int[] {10, 15, 20, 25};
        var expected = new double[] {0.7062289, 0.1442396, 0.02250658, 0.00309267};
        for (var i = 0; i < counts.length; i++) {
            assertThat(PARETO.expectedPurchases(customer(counts[i], 20, 39), Horizon.weeks(52)))
                    .isCloseTo(expected[i], within(1e-3 * expected[i]));
        }
    }

    /// Where the usual formula underflows.
    @Test
    void pareto_nbd_at_many_purchases() {
        var model = new ParetoNbd(.55, 10.58, .61, 11.67, TimeUnit.WEEK);
        assertThat(model.expectedPurchases(customer(132, 200, 200), Horizon.weeks(10)))
                .isCloseTo(6.206051788963242, within(1e-12));
        assertThat(model.expectedPurchases(customer(133, 200, 200), Horizon.weeks(10)))
                .isCloseTo(6.252872247574811, within(1e-12));
        var hostile = new ParetoNbd(.5143, 2.8845, .2856, 14.1087, TimeUnit.WEEK);
        for (var x : new int[] {221, 254, 161, 204}) {
            assertThat(hostile.probabilityAlive(customer(x, 30, 40))).isBetween(0.0, 1.0);
            assertThat(hostile.logLikelihood(customer(x, 30, 40))).isFinite();
        }
        var steep = new ParetoNbd(10.465, .00798565181, 3.0516, 2.820, TimeUnit.WEEK);
        assertThat(steep.logLikelihood(customer(400, 5, 6))).isFinite();
        assertThat(steep.logLikelihood(customer(500, 1, 37))).isFinite();
        assertThat(steep.logLikelihood(customer(500, 4, 37))).isFinite();
    }

    /// Hardie's sheet, as in the tests of lifetimes.
    @Test
    void bg_nbd_numbers_of_purchases() {
        var expected = new double[] {
            .0019995214,
            .0015170236,
            .0011633150,
            .0009003148,
            .0007023638,
            .0005517902,
            .0004361913,
            .0003467171,
            .0002769613,
            .0002222260
        };
        assertThat(PAPER.probability(10, Horizon.weeks(2))).isCloseTo(1.07869e-07, within(1e-12));
        assertThat(PAPER.probability(0, Horizon.weeks(39))).isCloseTo(0.5737864, within(5e-8));
        for (var n = 11; n <= 20; n++) {
            assertThat(PAPER.probability(n, Horizon.weeks(30))).isCloseTo(expected[n - 11], within(5e-11));
        }
        assertThat(PAPER.probability(0, Horizon.weeks(0))).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> PAPER.probability(-1, Horizon.weeks(2)));
    }
}
