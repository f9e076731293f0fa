package mainstay.analytics.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SameDayTests {

    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

    private static PurchaseLog<String> log() {
        var log = new PurchaseLog<String>();
        log.add("A", MONDAY.plusDays(7), 4);
        log.add("A", MONDAY, 1);
        log.add("A", MONDAY, 2);
        return log;
    }

    private static PurchaseHistory history(SameDay sameDay) {
        return log().histories(sameDay).values().iterator().next();
    }

    @Test
    void merged_they_are_one_purchase() {
        var merged = history(SameDay.MERGED);

        assertThat(merged.days()).containsExactly(new Purchase(MONDAY, 3), new Purchase(MONDAY.plusDays(7), 4));
        assertThat(merged.gaps()).containsExactly(7);
        assertThat(log().histories().values().iterator().next().days()).isEqualTo(merged.days());
    }

    @Test
    void apart_each_counts() {
        var apart = history(SameDay.APART);

        assertThat(apart.days())
                .containsExactly(new Purchase(MONDAY, 1), new Purchase(MONDAY, 2), new Purchase(MONDAY.plusDays(7), 4));
        assertThat(apart.gaps()).containsExactly(0, 7);
        var summary = apart.summary(MONDAY.plusDays(10), TimeUnit.DAY).orElseThrow();
        assertThat(summary.repeatPurchases()).isEqualTo(2);
        assertThat(summary.ageAtLastPurchase()).isEqualTo(7);
        assertThat(summary.meanValue()).hasValue(3);
    }

    @Test
    void the_amount_is_the_same_either_way() {
        assertThat(history(SameDay.APART).amount())
                .isEqualTo(history(SameDay.MERGED).amount());
    }
}
