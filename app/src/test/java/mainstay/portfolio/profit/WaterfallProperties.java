package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Served;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class WaterfallProperties {

    @Provide
    Arbitrary<List<AccountTotal>> accounts() {
        Arbitrary<Long> money = Arbitraries.longs().between(-1_000_000_000L, 1_000_000_000L);
        Arbitrary<Long> cost = Arbitraries.longs().between(0, 1_000_000L);
        Arbitrary<Served> served = Combinators.combine(
                        cost,
                        cost,
                        cost,
                        cost,
                        Arbitraries.longs().between(-1_000_000L, 1_000_000L),
                        Arbitraries.integers().between(0, 2))
                .as(Served::new);
        return Combinators.combine(money, money, money, money.injectNull(0.2), served)
                .as((net, gross, known, goods, serving) -> new AccountTotal(
                        1,
                        "A",
                        "A",
                        1,
                        1,
                        net,
                        gross,
                        goods == null ? 0 : known,
                        goods == null ? null : Long.valueOf(goods - serving.sum()),
                        goods == null ? Served.NOTHING : serving))
                .list()
                .ofMaxSize(20);
    }

    private static long down(Waterfall fall) {
        return fall.sold()
                - fall.returned()
                - fall.unpriced()
                - fall.goods()
                - fall.served().sum();
    }

    @Property(tries = 300)
    void the_steps_sum_to_the_profit(@ForAll("accounts") List<AccountTotal> totals) {
        Waterfall fall = Waterfall.of(totals);

        assertThat(down(fall)).isEqualTo(fall.remains());
        assertThat(fall.known()).isEqualTo(totals.stream().anyMatch(one -> one.profit() != null));
    }

    @Property(tries = 300)
    void parts_sum_to_the_whole(@ForAll("accounts") List<AccountTotal> totals) {
        List<AccountTotal> left = new ArrayList<>();
        List<AccountTotal> right = new ArrayList<>();
        totals.forEach(total -> (total.revenue() % 2 == 0 ? left : right).add(total));

        assertThat(Waterfall.of(left).plus(Waterfall.of(right))).isEqualTo(Waterfall.of(totals));
    }
}
