package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.value.OwnHistory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/// Accounts valued by their own rhythm, from busy ones to those that have long been silent.
class WorthProperties {
    private static final ValueSettings SETTINGS = new ValueSettings(0.1, 36, 0);
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);

    private static Buyer buyer(List<Integer> gaps, List<Long> amounts) {
        List<Integer> days = new ArrayList<>(List.of((int) FIRST.toEpochDay()));
        gaps.forEach(gap -> days.add(days.getLast() + gap));
        List<Long> bought = IntStream.range(0, days.size())
                .mapToObj(i -> amounts.get(i % amounts.size()))
                .toList();
        long gross = bought.stream().mapToLong(Long::longValue).sum();
        return new Buyer(1, days, bought, gross, gross, gross, gross / 4, new Buyer.Year(0, 0, 0), false);
    }

    @Property(tries = 300)
    void no_account_is_worth_more_than_if_it_surely_stayed_at_its_upper_rate(
            @ForAll @Size(min = 4, max = 60) List<@IntRange(min = 1, max = 60) Integer> gaps,
            @ForAll @Size(min = 1, max = 5) List<@LongRange(min = 10_000, max = 90_000_000) Long> amounts,
            @ForAll @IntRange(max = 600) int silence,
            @ForAll @DoubleRange(min = 0.01, max = 0.9) double marginRate) {
        Buyer buyer = buyer(gaps, amounts);
        LocalDate asOf = buyer.last().plusDays(silence);
        FittedBase base = FittedBase.of(List.of(buyer), asOf, TimeUnit.WEEK, SETTINGS);
        Outlook outlook = Objects.requireNonNull(base.outlook(buyer));
        Spending.Expected spend = base.spend(buyer, outlook);
        Worth worth = Worth.of(outlook, spend, new Margins.Rate("own", marginRate));
        double upper = OwnHistory.of(buyer.history(), asOf, ModelOutlooks.LEVEL)
                .map(own -> own.rate().high() / own.purchasesIfStaying(Horizon.days(1)))
                .orElseThrow();
        double error = Objects.requireNonNull(spend.error());
        double most = upper * Math.exp(1.96 * error) * worth.stayingMargin() * (1 + 1e-9) + 2;

        assertThat(worth.margin()).isLessThanOrEqualTo(worth.stayingMargin());
        between(worth.margin(), worth.marginLow(), worth.marginHigh(), most);
        between(worth.value(), worth.valueLow(), worth.valueHigh(), 3 * most);
    }

    private static void between(long value, @Nullable Long low, @Nullable Long high, double most) {
        if (low != null && high != null) {
            assertThat(low).isLessThanOrEqualTo(value);
            assertThat(value).isLessThanOrEqualTo(high);
            assertThat((double) high).isLessThanOrEqualTo(most);
        }
    }
}
