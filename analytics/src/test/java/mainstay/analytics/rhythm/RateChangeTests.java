package mainstay.analytics.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.IntStream;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RateChangeTests {

    private static final LocalDate AS_OF = LocalDate.of(2025, 12, 31);

    private static PurchaseHistory every(int days, LocalDate from, LocalDate to) {
        return PurchaseHistory.of(from.datesUntil(to.plusDays(1))
                .filter(day -> (day.toEpochDay() - from.toEpochDay()) % days == 0)
                .map(day -> new Purchase(day, 1))
                .toList());
    }

    /// P(X ≤ 4) for 16 purchases that fall into either year alike: 2517/65536.
    @Test
    void twelve_and_then_four() {
        var change = new RateChange(12, 365, 4, 365);

        assertThat(change.ratio().getAsDouble()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(change.pValue()).isCloseTo(2517 / 65536.0, within(1e-12));
        assertThat(change.isFalling(0.05)).isTrue();
        assertThat(change.isFalling(0.01)).isFalse();
    }

    @Test
    void a_fall_to_nothing() {
        var change = new RateChange(5, 365, 0, 365);

        assertThat(change.ratio()).hasValue(0);
        assertThat(change.pValue()).isCloseTo(1 / 32.0, within(1e-12));
    }

    @Test
    void periods_may_differ_in_length() {
        var change = new RateChange(3, 100, 6, 200);

        assertThat(change.ratio().getAsDouble()).isCloseTo(1, within(1e-12));
        assertThat(change.pValue()).isBetween(0.5, 0.7);
    }

    @Test
    void without_a_past_nothing_falls() {
        var change = new RateChange(0, 365, 3, 365);

        assertThat(change.ratio()).isEmpty();
        assertThat(change.pValue()).isEqualTo(1);
        assertThat(change.isFalling(0.05)).isFalse();
    }

    @Test
    void twelve_months_against_the_twelve_before() {
        var history = every(10, LocalDate.of(2022, 1, 1), LocalDate.of(2025, 3, 1));
        var change = RateChange.ofTwelveMonths(history, AS_OF);

        assertThat(change.daysBefore()).isEqualTo(366);
        assertThat(change.daysAfter()).isEqualTo(365);
        assertThat(change.before()).isBetween(36, 37);
        assertThat(change.after()).isEqualTo(6);
        assertThat(change.isFalling(0.001)).isTrue();
    }

    @Test
    void a_younger_customer_has_a_shorter_past() {
        var history = every(10, LocalDate.of(2024, 10, 1), AS_OF);
        var change = RateChange.ofTwelveMonths(history, AS_OF);

        assertThat(change.daysBefore()).isEqualTo(92);
        assertThat(change.before()).isEqualTo(10);
        assertThat(change.isFalling(0.05)).isFalse();
        var newcomer = RateChange.ofTwelveMonths(every(10, LocalDate.of(2025, 10, 1), AS_OF), AS_OF);
        assertThat(newcomer.before()).isZero();
        assertThat(newcomer.daysBefore()).isEqualTo(1);
    }

    @Property
    void the_p_value_is_the_binomial_sum(
            @ForAll @IntRange(min = 1, max = 25) int before, @ForAll @IntRange(max = 25) int after) {
        var n = before + after;
        var sum = IntStream.rangeClosed(0, after)
                .mapToDouble(k -> choose(n, k) * Math.pow(0.4, k) * Math.pow(0.6, n - k))
                .sum();

        assertThat(new RateChange(before, 300, after, 200).pValue()).isCloseTo(sum, within(1e-9));
    }

    private static double choose(int n, int k) {
        return IntStream.rangeClosed(1, k)
                .mapToDouble(i -> (n - k + i) / (double) i)
                .reduce(1, (a, b) -> a * b);
    }

    @Test
    void counts_and_lengths_have_to_be_possible() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RateChange(-1, 1, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateChange(0, 1, -1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateChange(0, 0, 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RateChange(0, 1, 0, 0));
    }
}
