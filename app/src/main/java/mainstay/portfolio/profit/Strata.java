package mainstay.portfolio.profit;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.analytics.profit.Stratum;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.profit.WhaleView.Layer;

/// Accounts by what they buy and what they leave: each against the mean of all whose profit is known.
record Strata(List<AccountTotal> known, double meanRevenue, double meanProfit) {

    static Strata of(List<AccountTotal> totals) {
        List<AccountTotal> known =
                totals.stream().filter(total -> total.profit() != null).toList();
        return new Strata(
                known,
                known.stream().mapToLong(AccountTotal::revenue).average().orElse(0),
                known.stream().mapToLong(Strata::profit).average().orElse(0));
    }

    List<Layer> layers() {
        Map<Stratum, Layer> layers = new EnumMap<>(Stratum.class);
        Arrays.stream(Stratum.values()).forEach(one -> layers.put(one, new Layer(one, 0, 0, 0)));
        for (AccountTotal total : known) {
            Stratum stratum = Stratum.of((double) total.revenue(), meanRevenue, (double) profit(total), meanProfit);
            layers.computeIfPresent(
                    stratum,
                    (one, so) -> new Layer(
                            one, so.accounts() + 1, so.revenue() + total.revenue(), so.profit() + profit(total)));
        }
        return known.isEmpty() ? List.of() : List.copyOf(layers.values());
    }

    private static long profit(AccountTotal total) {
        return Objects.requireNonNull(total.profit());
    }
}
