package mainstay.analytics.purchase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PurchaseHistoryTests {

    private static final LocalDate JAN_1 = LocalDate.of(2015, 1, 1);
    private static final LocalDate JAN_2 = LocalDate.of(2015, 1, 2);
    private static final LocalDate JAN_5 = LocalDate.of(2015, 1, 5);

    private final PurchaseHistory history =
            PurchaseHistory.of(List.of(new Purchase(JAN_5, 5), new Purchase(JAN_1, 3), new Purchase(JAN_2, 1)));

    @Test
    void purchases_are_kept_in_order_of_time() {
        assertThat(history.days())
                .containsExactly(new Purchase(JAN_1, 3), new Purchase(JAN_2, 1), new Purchase(JAN_5, 5));
        assertThat(history.first()).isEqualTo(JAN_1);
        assertThat(history.last()).isEqualTo(JAN_5);
        assertThat(history.amount()).isEqualTo(9);
    }

    @Test
    void purchases_of_one_day_count_once_with_their_sum() {
        var merged = PurchaseHistory.of(List.of(new Purchase(JAN_1, 3), new Purchase(JAN_1, 4.5)));
        assertThat(merged.days()).containsExactly(new Purchase(JAN_1, 7.5));
        assertThat(merged.gaps()).isEmpty();
    }

    @Test
    void gaps_are_the_days_between_purchases() {
        assertThat(history.gaps()).containsExactly(1, 3);
    }

    @Test
    void a_history_is_known_up_to_a_day() {
        assertThat(history.until(JAN_2).orElseThrow().days()).hasSize(2);
        assertThat(history.until(JAN_5)).hasValue(history);
        assertThat(history.until(JAN_1.minusDays(1))).isEmpty();
    }

    @Test
    void a_history_needs_a_purchase_and_a_purchase_an_amount() {
        assertThatIllegalArgumentException().isThrownBy(() -> PurchaseHistory.of(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Purchase(JAN_1, Double.NaN));
    }
}
