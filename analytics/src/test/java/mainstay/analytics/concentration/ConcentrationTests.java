package mainstay.analytics.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ConcentrationTests {

    /// Ten customers, 1,000 in all: the worked example of the definition pages.
    private final Concentration ten = Concentration.of(20, 30, 500, 50, 10, 200, 5, 100, 80, 5);

    @Test
    void the_top_fifth_of_ten_customers_are_the_two_largest() {
        assertThat(ten.total()).isEqualTo(1_000);
        assertThat(ten.topFifthShare()).hasValue(0.7);
    }

    @Test
    void the_top_fifth_is_rounded_up_to_whole_customers() {
        assertThat(Concentration.of(50, 20, 10, 10, 5, 5).topFifthShare()).hasValue(0.7);
        assertThat(Concentration.of(60, 40).topFifthShare()).hasValue(0.6);
    }

    @Test
    void three_of_ten_customers_reach_eighty_percent_exactly() {
        assertThat(ten.accountsForEighty()).hasValue(3);
    }

    @Test
    void four_fifths_are_eighty_percent() {
        assertThat(Concentration.of(1, 4).accountsForEighty()).hasValue(1);
        assertThat(Concentration.of(1.0, 4.0).accountsForEighty()).hasValue(1);
    }

    @Test
    void the_gini_coefficient_is_zero_for_equals_and_near_one_for_a_monopoly() {
        assertThat(Concentration.of(0, 0, 0, 1).gini()).hasValue(0.75);
        assertThat(Concentration.of(1, 1, 1, 1).gini()).hasValue(0);
    }

    @Test
    void the_gini_coefficient_of_three_customers_follows_from_their_differences() {
        // |1-2| + |1-6| + |2-6| = 10, each difference twice: 20 / (2 * 9 * 3)
        assertThat(Concentration.of(6, 1, 2).gini().orElseThrow())
                .isCloseTo(20 / 54.0, within(1e-15))
                .isCloseTo(0.370, within(5e-4));
    }

    @Test
    void the_herfindahl_index_squares_percentages() {
        assertThat(Concentration.of(70, 30).hhi().orElseThrow()).isCloseTo(5_800, within(1e-9));
        assertThat(Concentration.of(60, 40).hhi().orElseThrow()).isCloseTo(5_200, within(1e-9));
        assertThat(Concentration.of(17).hhi()).hasValue(10_000);
    }

    @Test
    void the_concentration_ratio_counts_no_more_customers_than_there_are() {
        assertThat(ten.cr(0)).hasValue(0);
        assertThat(ten.cr(4)).hasValue(0.88);
        assertThat(ten.cr(99)).hasValue(1);
        assertThatIllegalArgumentException().isThrownBy(() -> ten.cr(-1));
    }

    @Test
    void a_customer_with_a_tenth_of_sales_is_a_major_customer() {
        assertThat(Concentration.of(200_000, 199_999, 1_600_001).majorCustomers(0.10))
                .hasValue(2);
    }

    @Test
    void classes_end_where_the_cumulative_share_reaches_their_boundary() {
        var split = ten.abc(AbcBoundaries.CUSTOMARY).orElseThrow();
        assertThat(split).isEqualTo(new AbcSplit(3, 3, 4));
        assertThat(split.of(3)).isEqualTo(AbcClass.A);
        assertThat(split.of(4)).isEqualTo(AbcClass.B);
        assertThat(split.of(10)).isEqualTo(AbcClass.C);
        assertThatIllegalArgumentException().isThrownBy(() -> split.of(11));
    }

    @Test
    void negative_and_zero_totals_stay_in() {
        var net = Concentration.of(90, 30, 0, -20);
        assertThat(net.customers()).isEqualTo(4);
        assertThat(net.negativeCustomers()).isEqualTo(1);
        assertThat(net.zeroCustomers()).isEqualTo(1);
        assertThat(net.topFifthShare()).hasValue(0.9);
        assertThat(net.cr(2)).hasValue(1.2);
        assertThat(net.accountsForEighty()).hasValue(1);
        assertThat(net.gini().orElseThrow()).isCloseTo(0.9, within(1e-15));
    }

    @Test
    void without_customers_every_ratio_is_undefined() {
        assertUndefined(Concentration.of(new long[0]));
        assertUndefined(Concentration.of(new double[0]));
    }

    @Test
    void without_a_positive_total_every_ratio_is_undefined() {
        assertUndefined(Concentration.of(0, 0));
        assertUndefined(Concentration.of(10, -25));
    }

    @Test
    void totals_that_are_no_numbers_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.of(1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.of(1, Double.POSITIVE_INFINITY));
        assertThatIllegalArgumentException().isThrownBy(() -> Concentration.of(Double.NEGATIVE_INFINITY, 1.0));
    }

    private static void assertUndefined(Concentration concentration) {
        assertThat(concentration.topFifthShare()).isEmpty();
        assertThat(concentration.accountsForEighty()).isEmpty();
        assertThat(concentration.gini()).isEmpty();
        assertThat(concentration.hhi()).isEmpty();
        assertThat(concentration.cr(1)).isEmpty();
        assertThat(concentration.majorCustomers(0.1)).isEmpty();
        assertThat(concentration.abc(AbcBoundaries.CUSTOMARY)).isEmpty();
        assertThat(concentration.curve(100)).isEmpty();
    }
}
