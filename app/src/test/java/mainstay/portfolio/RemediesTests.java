package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The decision table of docs/definitions/profit.md. The middle account sells 1,000.
class RemediesTests {
    private static final long USUAL = 1_000;

    @ParameterizedTest
    @CsvSource({
        // revenue, gross revenue, profit, cost to serve, remedy
        "700, 1000, -50, 0, RETURN_TERMS", // a third comes back
        "200, 1000, -500, 300, RETURN_TERMS", // a small rest, because so much comes back
        "900, 1000, -50, 0, REPRICE", // a tenth comes back: not much yet
        "1000, 1000, -50, 0, REPRICE",
        "1000, 1000, -400, 0, REPRICE", // large: worth a hard talk about prices
        "400, 400, -40, 0, REPRICE", // small, but a rise of 10 % can be asked
        "400, 400, -100, 0, REPLACE", // small, and prices would have to rise by a quarter
        "1000, 1000, -50, 50, REPRICE", // goods earn nothing at all
        "1000, 1000, -50, 150, ORDER_MINIMUM", // orders half as large again would do
        "300, 300, -50, 100, ORDER_MINIMUM", // twice as large, even of a small account
        "1000, 1000, -200, 300, CHANGE_SERVICE", // three times as large is too much to ask
        "500, 500, -200, 300, CHANGE_SERVICE",
        "499, 499, -200, 300, REPLACE",
        "-20, 0, -20, 0, REPLACE", // nothing but returns of earlier sales
    })
    void the_figures_suggest_a_verdict(long revenue, long gross, long profit, long toServe, Remedy remedy) {
        assertThat(loss(revenue, gross, profit, toServe, 10).remedy()).isEqualTo(remedy);
    }

    @Test
    void who_loses_only_by_waiting_for_the_money_pays_in_advance_and_that_saves_all_of_the_waiting() {
        Loss waiting = new Loss(total(1_000, 1_000, -20, new Served(40, 30, 10, 60)), USUAL);
        Loss working = new Loss(total(1_000, 1_000, -50, new Served(60, 40, 30, 20)), USUAL);

        // Goods earn 120: work takes 80, waiting 60.
        assertThat(waiting.remedy()).isEqualTo(Remedy.PREPAY);
        assertThat(waiting.effect()).isEqualTo(60);
        // Goods earn 100: work alone takes 130.
        assertThat(working.remedy()).isEqualTo(Remedy.ORDER_MINIMUM);
        assertThat(working.effect()).isEqualTo(50);
    }

    private static AccountTotal total(long revenue, long gross, long profit, Served served) {
        return new AccountTotal(2, "B", "Bad", 10, 10, revenue, gross, revenue, profit, served);
    }

    @Test
    void an_order_minimum_is_where_an_order_pays_for_itself() {
        Loss loss = loss(1_000, 1_000, -50, 150, 10);

        assertThat(loss.usualOrder()).isEqualTo(100);
        assertThat(loss.evenOrder()).isEqualTo(150);
        assertThat(loss.amount()).isEqualTo(50);
    }

    @Test
    void prices_rise_by_the_loss_over_the_sales() {
        assertThat(loss(400, 400, -100, 0, 10).priceRise()).isCloseTo(0.25, within(1e-12));
    }

    private static Loss loss(long revenue, long gross, long profit, long toServe, long orders) {
        return new Loss(
                new AccountTotal(
                        2, "B", "Bad", orders, orders, revenue, gross, revenue, profit, new Served(toServe, 0, 0, 0)),
                USUAL);
    }
}
