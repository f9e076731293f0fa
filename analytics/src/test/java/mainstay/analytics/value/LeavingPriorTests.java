package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import org.junit.jupiter.api.Test;

class LeavingPriorTests {
    private static final LocalDate START = LocalDate.of(2024, 1, 1);

    private static OwnHistory history(int silence, int... gaps) {
        var purchases = new ArrayList<Purchase>();
        var day = START;
        purchases.add(new Purchase(day, 100));
        for (var gap : gaps) {
            day = day.plusDays(gap);
            purchases.add(new Purchase(day, 100));
        }
        return OwnHistory.of(PurchaseHistory.of(purchases), day.plusDays(silence), 0.95)
                .orElseThrow();
    }

    private static double alive(OwnHistory own) {
        return own.probabilityAlive().value().orElseThrow();
    }

    /// Six gaps and 17 days of silence, as in the definition; with b = 93 a customer leaves after one of 100
    /// purchases.
    @Test
    void what_others_taught_counts_like_gaps_of_its_own() {
        var own = history(17, 14, 10, 20, 12, 18, 16);
        var known = own.with(new LeavingPrior(93));

        assertThat(alive(own)).isCloseTo(0.714, within(5e-4));
        assertThat(alive(known)).isCloseTo(0.9725, within(5e-5));
        assertThat(known.probabilityAlive().inputs()).containsEntry("q", 0.01).containsEntry("b", 93.0);
        assertThat(known.expectedPurchases(Horizon.days(365.25)).value().orElseThrow())
                .isCloseTo(21.0, within(0.05));
        assertThat(alive(known.with(LeavingPrior.UNIFORM))).isEqualTo(alive(own));
    }

    @Test
    void without_customers_nothing_is_known() {
        assertThat(LeavingPrior.of(List.of())).isEqualTo(LeavingPrior.UNIFORM);
        assertThatIllegalArgumentException().isThrownBy(() -> new LeavingPrior(0.9));
    }

    @Test
    void where_nobody_leaves_the_next_one_might() {
        var weekly = IntStream.generate(() -> 7).limit(50).toArray();
        var base = IntStream.range(0, 20).mapToObj(i -> history(i % 7, weekly)).toList();

        assertThat(LeavingPrior.of(base).returns()).isCloseTo(1_001, within(1.0));
    }

    /// Some long and some short histories, some of them silent for long: the likelihood of the definition, looked
    /// through in small steps, is highest at the b that is found.
    @Test
    void no_other_number_of_returns_is_more_likely() {
        var base = new ArrayList<OwnHistory>();
        for (var i = 0; i < 12; i++) {
            base.add(history(3, IntStream.generate(() -> 7).limit(10 + 3 * i).toArray()));
            if (i % 4 == 0) {
                base.add(history(
                        60 + i, IntStream.generate(() -> 7).limit(5 + 2 * i).toArray()));
            }
        }
        var found = LeavingPrior.of(base).returns();
        var best = IntStream.rangeClosed(1_000, 200_000)
                .mapToDouble(b -> b / 1_000.0)
                .boxed()
                .max(Comparator.comparingDouble(b -> likelihood(base, b)))
                .orElseThrow();

        assertThat(found).isCloseTo(best, within(2e-3 * best));
        assertThat(best).isBetween(2.0, 199.0);
    }

    private static double likelihood(List<OwnHistory> base, double b) {
        return base.stream()
                .mapToDouble(own ->
                        Math.log((b + 4) / (b + own.gaps() + 1) * (own.silenceOfAStayer() + 1 / (b + own.gaps()))))
                .sum();
    }

    /// A hundred weekly buyers of fifty gaps, ten of whom have been silent for a year.
    @Test
    void one_of_ten_who_left_after_fifty_purchases_makes_five_hundred_returns() {
        var weekly = IntStream.generate(() -> 7).limit(50).toArray();
        var base = IntStream.range(0, 100)
                .mapToObj(i -> history(i < 10 ? 365 : 3, weekly))
                .toList();

        assertThat(LeavingPrior.of(base).returns()).isBetween(350.0, 600.0);
    }

    /// Customers who leave after each purchase with a chance of Beta(1, 60): b is found back, and as many are
    /// alive as is said, where the rule of succession alone takes far too many for lost.
    @Test
    void the_chance_of_leaving_is_found_back() {
        var random = new Random(31);
        var base = new ArrayList<OwnHistory>();
        var alive = 0;
        while (base.size() < 1500) {
            var leaving = 1 - Math.pow(random.nextDouble(), 1 / 60.0);
            var gaps = new ArrayList<Integer>();
            var time = 0;
            var gone = false;
            var until = 200 + random.nextInt(600);
            while (true) {
                gone = random.nextDouble() < leaving;
                var gap = Math.max(1, (int) Math.round(12 * erlang(random)));
                if (gone || time + gap > until) {
                    break;
                }
                gaps.add(gap);
                time += gap;
            }
            if (gaps.size() >= OwnHistory.FEWEST_GAPS) {
                base.add(history(until - time, gaps.stream().mapToInt(i -> i).toArray()));
                alive += gone ? 0 : 1;
            }
        }
        var prior = LeavingPrior.of(base);
        var said = base.stream().mapToDouble(own -> alive(own.with(prior))).average();
        var alone = base.stream().mapToDouble(LeavingPriorTests::alive).average();

        assertThat(prior.returns()).isBetween(42.0, 85.0);
        assertThat(said.orElseThrow()).isCloseTo(alive / 1500.0, within(0.04));
        assertThat(Math.abs(alone.orElseThrow() - alive / 1500.0))
                .isGreaterThan(Math.abs(said.orElseThrow() - alive / 1500.0));
    }

    private static double erlang(Random random) {
        return -IntStream.range(0, 3)
                .mapToDouble(i -> Math.log1p(-random.nextDouble()))
                .sum();
    }
}
