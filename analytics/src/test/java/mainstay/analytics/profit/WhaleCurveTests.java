package mainstay.analytics.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import mainstay.analytics.concentration.CurvePoint;
import org.junit.jupiter.api.Test;

class WhaleCurveTests {

    /// Ten customers, 100 in all: the worked example of the definition page.
    private final WhaleCurve ten = WhaleCurve.of(80, 50, 20, 10, 0, 0, -5, -10, -15, -30);

    @Test
    void the_curve_climbs_to_its_peak_and_loses_the_erosion_again() {
        assertThat(ten.total()).isEqualTo(100);
        assertThat(ten.peak()).hasValue(1.6);
        assertThat(ten.erosion()).hasValue(0.6);
        assertThat(ten.customersAtPeak()).isEqualTo(4);
    }

    @Test
    void a_customer_without_profit_or_loss_is_not_unprofitable() {
        assertThat(ten.unprofitableCustomers()).isEqualTo(4);
        assertThat(ten.unprofitableShare()).hasValue(0.4);
    }

    @Test
    void the_top_fifth_earns_what_the_bottom_forty_percent_consume() {
        assertThat(ten.topFifthProfitShare()).hasValue(1.3);
        assertThat(ten.bottomFortyProfitShare()).hasValue(-0.6);
    }

    @Test
    void the_top_fifth_is_rounded_up_and_the_bottom_forty_percent_down() {
        var four = WhaleCurve.of(50, 30, 15, 5);
        assertThat(four.topFifthProfitShare()).hasValue(0.5);
        assertThat(four.bottomFortyProfitShare()).hasValue(0.05);
    }

    @Test
    void the_points_pass_the_peak() {
        assertThat(ten.curve().points(5)).contains(new CurvePoint(4, 0.4, 1.6), new CurvePoint(10, 1, 1));
    }

    @Test
    void without_a_positive_total_shares_of_profit_are_undefined_but_heads_still_count() {
        var losing = WhaleCurve.of(10, -5, -5);
        assertThat(losing.peak()).isEmpty();
        assertThat(losing.erosion()).isEmpty();
        assertThat(losing.topFifthProfitShare()).isEmpty();
        assertThat(losing.bottomFortyProfitShare()).isEmpty();
        assertThat(losing.unprofitableShare()).hasValue(2 / 3.0);
    }

    @Test
    void without_customers_everything_is_undefined() {
        var nobody = WhaleCurve.of(new double[0]);
        assertThat(nobody.peak()).isEmpty();
        assertThat(nobody.unprofitableShare()).isEmpty();
        assertThat(nobody.curve().points()).isEmpty();
    }

    @Test
    void a_profit_that_is_no_number_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> WhaleCurve.of(1, Double.NaN));
    }
}
