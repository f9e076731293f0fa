package mainstay.analytics.rfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import mainstay.analytics.OnlineRetail;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

class RfmScoreTests {

    private static final LocalDate AS_OF = LocalDate.of(2025, 6, 30);

    @Test
    void five_customers_are_scored_against_each_other() {
        var customers = List.of(
                new RfmValues(3, 24, 90_000),
                new RfmValues(10, 40, 12_000),
                new RfmValues(45, 6, 150_000),
                new RfmValues(80, 6, 3_000),
                new RfmValues(300, 1, 800));
        assertThat(RfmScore.of(customers))
                .extracting(RfmScore::code)
                .containsExactly("544", "453", "335", "232", "111");
    }

    @Test
    void days_since_the_last_purchase_are_what_the_age_has_over_the_age_at_last_purchase() {
        var history = PurchaseHistory.of(List.of(
                new Purchase(LocalDate.of(2025, 1, 1), 100),
                new Purchase(LocalDate.of(2025, 6, 20), 50),
                new Purchase(LocalDate.of(2025, 7, 1), 999)));
        var values = RfmValues.of(history, AS_OF).orElseThrow();
        var summary = history.summary(AS_OF, TimeUnit.DAY).orElseThrow();
        assertThat(values).isEqualTo(new RfmValues(10, 2, 150));
        assertThat(summary.age() - summary.ageAtLastPurchase()).isEqualTo(values.daysSinceLastPurchase());
        assertThat(summary.meanValue()).isEqualTo(OptionalDouble.of(50));
    }

    @Test
    void a_customer_of_the_future_has_no_values_yet() {
        var history = PurchaseHistory.of(List.of(new Purchase(AS_OF.plusDays(1), 1)));
        assertThat(RfmValues.of(history, AS_OF)).isEmpty();
    }

    @Test
    void the_largest_customers_of_online_retail_are_among_the_best_fifths() {
        var histories = OnlineRetail.ledger().purchases().histories();
        var codes = List.copyOf(histories.keySet());
        var asOf = LocalDate.of(2011, 12, 9);
        var scores = RfmScore.of(histories.values().stream()
                .map(history -> RfmValues.of(history, asOf).orElseThrow())
                .toList());
        assertThat(scores.get(codes.indexOf("14646")).code()).isEqualTo("555");
        assertThat(scores.get(codes.indexOf("12346")).monetary()).isEqualTo(5);
        assertThat(scores.get(codes.indexOf("12346")).recency()).isEqualTo(1);
        assertThat(scores.stream().filter(score -> score.monetary() == 5)).hasSizeBetween(867, 868);
    }

    @Test
    void values_and_scores_out_of_range_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmValues(-1, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmValues(0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmValues(0, 1, Double.NaN));
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmScore(0, 3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new RfmScore(3, 3, 6));
    }
}
