package mainstay.portfolio.profit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import mainstay.analytics.profit.Stratum;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.profit.WhaleView.Layer;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Accounts by what they buy and what they leave: high is who belongs to the largest that together make four
/// fifths of it. A mean would be pulled up by a few giants until hardly anybody else were high.
///
/// @param known          accounts whose profit is known
/// @param highRevenue    from where on revenue is high; null where nobody has any
/// @param highProfit     from where on a profit is high; null where nobody has any
record Strata(
        List<AccountTotal> known,
        @Nullable Long highRevenue,
        @Nullable Long highProfit) {
    private static final double MOST_OF_IT = 0.8;

    static Strata of(List<AccountTotal> totals) {
        List<AccountTotal> known =
                totals.stream().filter(total -> total.profit() != null).toList();
        return new Strata(known, bound(known, AccountTotal::revenue), bound(known, Strata::profit));
    }

    /// The least of the largest that make four fifths of all that is above zero.
    private static @Nullable Long bound(List<AccountTotal> known, ToLongFunction<AccountTotal> figure) {
        List<Long> largest = known.stream()
                .map(figure::applyAsLong)
                .filter(amount -> amount > 0)
                .sorted(Comparator.reverseOrder())
                .toList();
        double most = MOST_OF_IT * largest.stream().mapToLong(Long::longValue).sum();
        long sum = 0;
        for (long amount : largest) {
            sum += amount;
            if (sum >= most) {
                return amount;
            }
        }
        return null;
    }

    List<Layer> layers() {
        Map<Stratum, Layer> layers = new EnumMap<>(Stratum.class);
        Arrays.stream(Stratum.values()).forEach(one -> layers.put(one, new Layer(one, 0, 0, 0)));
        for (AccountTotal total : known) {
            Stratum stratum =
                    Stratum.of((double) total.revenue(), from(highRevenue), (double) profit(total), from(highProfit));
            layers.computeIfPresent(
                    stratum,
                    (one, so) -> new Layer(
                            one, so.accounts() + 1, so.revenue() + total.revenue(), so.profit() + profit(total)));
        }
        return known.isEmpty() ? List.of() : List.copyOf(layers.values());
    }

    /// From where on they are high, in words.
    Text note() {
        return Text.of("profit.strataNote", Shown.money(highRevenue), Shown.money(highProfit));
    }

    private static double from(@Nullable Long bound) {
        return bound == null ? Double.POSITIVE_INFINITY : bound;
    }

    private static long profit(AccountTotal total) {
        return Objects.requireNonNull(total.profit());
    }
}
