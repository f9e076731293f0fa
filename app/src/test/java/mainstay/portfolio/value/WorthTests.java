package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;

import mainstay.analytics.btyd.Interval;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Ten purchases of 100 expected, of which 0.3 is earned; 12 if it is still there, which it is with 0.8.
class WorthTests {

    private static Worth worth(
            @Nullable Double alive, @Nullable Interval purchases, @Nullable Double error, double rate) {
        Outlook outlook =
                new Outlook(Outlook.Method.RHYTHM, alive, null, 10, purchases, 12, 15, 25, new Interval(20, 50, 0.95));
        return Worth.of(outlook, new Spending.Expected("own", 100, error), new Margins.Rate("own", rate));
    }

    @Test
    void money_by_hand() {
        Worth worth = worth(0.8, new Interval(5, 20, 0.95), 0.0, 0.3);

        assertThat(worth)
                .isEqualTo(new Worth(
                        1_000_000,
                        3_000_000,
                        1_500_000L,
                        6_000_000L,
                        4_500_000,
                        7_500_000,
                        6_000_000L,
                        15_000_000L,
                        720_000L));
    }

    @Test
    void an_unsure_amount_makes_the_interval_wider_by_adding_logarithms_like_errors() {
        Worth worth = worth(0.8, new Interval(5, 20, 0.95), 0.1, 0.3);
        double wider = Math.exp(Math.hypot(Math.log(2), 1.959963984540054 * 0.1));

        assertThat(worth.marginHigh()).isEqualTo(Math.round(3_000_000 * wider));
        assertThat(worth.marginLow()).isEqualTo(Math.round(3_000_000 / wider));
        assertThat(worth.margin()).isEqualTo(3_000_000);
    }

    @Test
    void who_is_sold_to_at_a_loss_is_worth_nothing_and_has_nothing_at_risk() {
        Worth worth = worth(0.8, new Interval(5, 20, 0.95), 0.0, -0.3);

        assertThat(worth).isEqualTo(new Worth(1_000_000, -3_000_000, null, null, -4_500_000, 0, null, null, 0L));
    }

    @Test
    void what_is_unknown_stays_unknown() {
        assertThat(worth(null, null, 0.0, 0.3)).satisfies(worth -> {
            assertThat(worth.atRisk()).isNull();
            assertThat(worth.marginLow()).isNull();
            assertThat(worth.valueLow()).isEqualTo(6_000_000L);
        });
        assertThat(worth(1.0, new Interval(5, 20, 0.95), null, 0.3)).satisfies(worth -> {
            assertThat(worth.atRisk()).isZero();
            assertThat(worth.marginHigh()).isNull();
            assertThat(worth.valueHigh()).isNull();
        });
    }

    @Test
    void where_nothing_is_expected_there_is_no_interval() {
        assertThat(Worth.parts(new Interval(0, 1, 0.95), 0)).isNull();
        assertThat(Worth.range(0, new Interval(0.5, 2, 0.95), 0.1)).isNull();
    }
}
