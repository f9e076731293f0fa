package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.purchase.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OwnHistoryProperties {
    private static final Horizon YEAR = Horizon.days(365.25);
    private static final Discount DISCOUNT = Discount.yearly(0.1);

    private static OwnHistory own(List<Integer> gaps, List<Integer> amounts, int silence, double returns) {
        var purchases = new ArrayList<Purchase>();
        var day = LocalDate.of(2020, 1, 1);
        purchases.add(new Purchase(day, amounts.getFirst()));
        for (var i = 0; i < gaps.size(); i++) {
            day = day.plusDays(gaps.get(i));
            purchases.add(new Purchase(day, amounts.get(i % amounts.size())));
        }
        return OwnHistory.of(PurchaseHistory.of(purchases), day.plusDays(silence), 0.95)
                .orElseThrow()
                .with(new LeavingPrior(returns));
    }

    private static double between(Explanation answer) {
        var value = answer.value().orElseThrow();
        var interval = answer.interval().orElseThrow();
        assertThat(interval.low()).isLessThanOrEqualTo(value);
        assertThat(value).isLessThanOrEqualTo(interval.high());
        return interval.high();
    }

    /// The silences reach from none to many times the usual gap, so that hardly anybody may be left.
    @Property
    void no_upper_end_lies_above_what_comes_for_certain_at_the_upper_rate(
            @ForAll @Size(min = 4, max = 60) List<@IntRange(min = 1, max = 90) Integer> gaps,
            @ForAll @Size(min = 1, max = 5) List<@IntRange(min = 1, max = 9_999) Integer> amounts,
            @ForAll @IntRange(max = 700) int silence,
            @ForAll @DoubleRange(min = 1, max = 50_000) double returns) {
        var own = own(gaps, amounts, silence, returns);
        var rate = own.rate().high() * (1 + 1e-9);
        var spend = between(own.expectedSpend());
        var ever = 1 / DISCOUNT.continuous(TimeUnit.DAY);

        assertThat(between(own.probabilityAlive())).isLessThanOrEqualTo(1);
        assertThat(between(own.expectedPurchases(YEAR))).isLessThanOrEqualTo(rate * 365.25);
        assertThat(own.expectedPurchases(YEAR).value().orElseThrow()).isLessThanOrEqualTo(own.purchasesIfStaying(YEAR));
        assertThat(between(own.discountedPurchases(YEAR, DISCOUNT))).isLessThanOrEqualTo(rate * 365.25);
        assertThat(between(own.residualPurchases(DISCOUNT))).isLessThanOrEqualTo(rate * ever);
        assertThat(between(own.residualValue(0.3, DISCOUNT))).isLessThanOrEqualTo(rate * ever * 0.3 * spend);
        assertThat(between(own.lifetimeValue(0.3, Horizon.months(1), 12, DISCOUNT)))
                .isLessThanOrEqualTo(rate * 365.25 * 0.3 * spend);
    }

    @Property
    void the_more_others_come_back_the_more_is_expected(
            @ForAll @Size(min = 4, max = 30) List<@IntRange(min = 1, max = 90) Integer> gaps,
            @ForAll @IntRange(max = 300) int silence,
            @ForAll @DoubleRange(min = 1, max = 1_000) double returns) {
        var fewer = own(gaps, List.of(100), silence, returns);
        var more = own(gaps, List.of(100), silence, 2 * returns);

        assertThat(more.probabilityAlive().value().orElseThrow())
                .isGreaterThanOrEqualTo(fewer.probabilityAlive().value().orElseThrow());
        assertThat(more.expectedPurchases(YEAR).value().orElseThrow())
                .isGreaterThanOrEqualTo(fewer.expectedPurchases(YEAR).value().orElseThrow());
    }
}
