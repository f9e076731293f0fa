package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mainstay.analytics.profit.Stratum;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Served;
import mainstay.portfolio.profit.WhaleView.Layer;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The worked examples of docs/definitions/stratification.md.
class StrataTests {

    private static AccountTotal total(long revenue, @Nullable Long profit) {
        return new AccountTotal(revenue, "", "", 1, 1, revenue, revenue, revenue, profit, Served.NOTHING);
    }

    private static Strata buying(long... revenues) {
        List<AccountTotal> totals = new ArrayList<>();
        for (long revenue : revenues) {
            totals.add(total(revenue, revenue / 10));
        }
        return Strata.of(totals);
    }

    private static int accounts(Strata strata, Stratum stratum) {
        return strata.layers().stream()
                .filter(layer -> layer.stratum() == stratum)
                .mapToInt(Layer::accounts)
                .sum();
    }

    @Test
    void high_is_who_belongs_to_the_largest_that_make_four_fifths() {
        Strata strata = buying(4_000, 4_000, 500, 500, 400, 300, 200, 100);

        assertThat(strata.highRevenue()).isEqualTo(4_000);
        assertThat(strata.note()).isEqualTo(Text.of("profit.strataNote", Shown.money(4_000L), Shown.money(400L)));
        assertThat(accounts(strata, Stratum.CORE)).isEqualTo(2);
    }

    @Test
    void two_giants_do_not_make_everybody_else_small() {
        Strata strata = buying(3_000, 3_000, 500, 500, 400, 300, 200, 100);

        assertThat(strata.highRevenue()).isEqualTo(500);
        assertThat(accounts(strata, Stratum.CORE)).isEqualTo(4);
        assertThat(accounts(strata, Stratum.MARGINAL)).isEqualTo(4);
    }

    @Test
    void the_kinds_add_up_to_what_all_buy_and_leave() {
        Strata strata = Strata.of(List.of(total(100, 80L), total(60, 40L), total(50, -10L), total(40, -900L)));

        assertThat(strata.layers())
                .containsExactlyInAnyOrder(
                        new Layer(Stratum.CORE, 2, 160, 120),
                        new Layer(Stratum.SERVICE_DRAIN, 1, 50, -10),
                        new Layer(Stratum.MARGINAL, 1, 40, -900),
                        new Layer(Stratum.OPPORTUNISTIC, 0, 0, 0));
    }

    @Test
    void losses_do_not_lower_the_bound_of_a_high_profit() {
        Strata strata = Strata.of(List.of(total(100, 80L), total(100, 40L), total(100, 10L), total(100, -900L)));

        assertThat(strata.highProfit()).isEqualTo(40);
        assertThat(accounts(strata, Stratum.CORE)).isEqualTo(2);
        assertThat(accounts(strata, Stratum.SERVICE_DRAIN)).isEqualTo(2);
    }

    @Test
    void where_nobody_earns_anything_nobody_is_high() {
        Strata strata = Strata.of(List.of(total(100, -1L), total(20, 0L), total(10, null)));

        assertThat(strata.highProfit()).isNull();
        assertThat(accounts(strata, Stratum.SERVICE_DRAIN)).isEqualTo(1);
        assertThat(accounts(strata, Stratum.MARGINAL)).isEqualTo(1);
        assertThat(Strata.of(List.of()).layers()).isEmpty();
    }
}
