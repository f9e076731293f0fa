package mainstay.portfolio.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/// The worked example of gross-margin.md, and what stays unknown.
class SalesTests {

    @Test
    void margin_rests_on_the_lines_whose_cost_is_known() {
        Sales sales = new Sales(3, 300, 0, 200, 70L, 1, Quantity.NONE, 0);

        assertThat(sales.margin()).isEqualTo(0.35);
        assertThat(sales.knownShare()).isCloseTo(0.667, within(5e-4));
    }

    @Test
    void without_any_cost_there_is_no_profit_and_no_margin() {
        Sales sales = new Sales(3, 300, 0, 0, null, 1, Quantity.NONE, 0);

        assertThat(sales.of(Measure.PROFIT)).isNull();
        assertThat(sales.margin()).isNull();
    }

    @Test
    void nothing_sold_has_no_shares() {
        Sales sales = new Sales(1, -100, 100, -100, 0L, 1, Quantity.NONE, 0);

        assertThat(sales.margin()).isNull();
        assertThat(sales.knownShare()).isNull();
        assertThat(sales.returnedShare()).isNull();
    }
}
