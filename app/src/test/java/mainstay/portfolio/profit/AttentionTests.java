package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Served;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The worked example of docs/definitions/allocation.md.
class AttentionTests {

    private static AccountTotal total(String code, @Nullable Long goods, long served) {
        return new AccountTotal(
                code.charAt(0),
                code,
                code,
                1,
                1,
                5_000,
                5_000,
                5_000,
                goods == null ? null : Long.valueOf(goods - served),
                new Served(served, 0, 0, 0));
    }

    @Test
    void who_takes_twice_their_part_is_over_served_and_who_gets_half_of_it_under_served() {
        // Goods earn 1,000 in all, serving takes 200.
        Attention attention = Attention.of(List.of(
                total("A", 600L, 40), // earns 60 %, takes 20 %: under
                total("B", 300L, 60), // earns 30 %, takes 30 %
                total("C", 100L, 80), // earns 10 %, takes 40 %: over
                total("D", -50L, 20), // earns nothing, takes 10 %: over
                total("E", null, 0)));

        assertThat(attention.over()).extracting(share -> share.total().code()).containsExactly("C", "D");
        assertThat(attention.over().getFirst().beyond()).isEqualTo(60);
        assertThat(attention.over().getLast().beyond()).isEqualTo(20);
        assertThat(attention.under()).extracting(share -> share.total().code()).containsExactly("A");
    }

    @Test
    void reasons_name_amounts_where_parts_of_the_whole_tell_nothing() {
        List<AccountTotal> totals = List.of(
                total("A", 1_000_000L, 9_000), // earns nearly all, takes less than half: under
                total("B", 4_000L, 3_000), // earns 0.4 %
                total("C", 2_000L, 3_000),
                total("D", -500L, 4_000),
                total("E", 0L, 50));

        Attention attention = Attention.of(totals);

        assertThat(attention.over()).extracting(share -> share.total().code()).containsExactly("D", "C", "B", "E");
        assertThat(attention.over().get(2).overReason().key()).isEqualTo("profit.allocation.over.much");
        assertThat(attention.under())
                .singleElement()
                .satisfies(share -> assertThat(share.underReason().key()).isEqualTo("profit.allocation.underReason"));
    }

    @Test
    void small_earners_are_not_called_under_served() {
        Attention attention = Attention.of(List.of(total("A", 900L, 90), total("B", 100L, 1)));

        assertThat(attention.under()).isEmpty();
    }

    @Test
    void nothing_is_compared_where_nothing_is_spent() {
        assertThat(Attention.of(List.of(total("A", 900L, 0))).over()).isEmpty();
    }
}
