package mainstay.terms.credit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HeldOrderTests {

    private static HeldOrder order(@Nullable Long limit, @Nullable Long exposure, long asked, long missing) {
        return new HeldOrder(
                1,
                "A",
                "A",
                1,
                "R-1",
                asked,
                asked,
                limit,
                exposure,
                null,
                missing,
                0,
                "open",
                null,
                null,
                Instant.EPOCH);
    }

    @Test
    void an_order_on_a_limit_that_is_exceeded_already_is_above_it_by_all_that_stands_there() {
        HeldOrder small = order(3_197L, 58_205L, 100, 100);
        assertThat(small.excess()).isEqualTo(55_108);
        assertThat(small.missing()).isEqualTo(100);
    }

    @Test
    void an_order_that_passes_the_limit_is_above_it_by_what_passes() {
        assertThat(order(1_000L, 0L, 1_500, 500).excess()).isEqualTo(500);
    }

    @Test
    void without_a_known_exposure_it_is_what_has_to_be_paid_ahead() {
        assertThat(order(1_000L, null, 1_500, 500).excess()).isEqualTo(500);
    }

    @Test
    void what_a_question_told_and_what_was_noted_is_paid_once_and_the_order_stays_whole() {
        HeldOrder order = new HeldOrder(
                1, "A", "A", 1, "R-1", 100, 40, 1_000L, 1_200L, null, 40, 60, "open", null, null, Instant.EPOCH);
        assertThat(order.prepaid()).isEqualTo(60);
        assertThat(order.lacking()).isEqualTo(40);
        assertThat(order.isPaidEnough()).isFalse();
        assertThat(order.tooMuch()).isEqualTo(300);
        assertThat(order.before()).isEqualTo(200);
    }
}
