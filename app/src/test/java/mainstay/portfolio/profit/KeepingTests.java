package mainstay.portfolio.profit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Served;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The worked example of docs/definitions/keeping-cost.md.
class KeepingTests {
    private static final Text NAME = Text.of("profit.whole");
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final long A = 1;
    private static final long B = 2;
    private static final long C = 3;

    private static AccountTotal total(long account, long served) {
        return new AccountTotal(account, "A", "A", 1, 1, 900, 900, 900, 50L, new Served(served, 0, 0, 0));
    }

    private static TwoYears years(@Nullable List<AccountTotal> past) {
        return new TwoYears(LAST.minusYears(1).plusDays(1), LAST, List.of(total(A, 200), total(C, 40)), past);
    }

    @Test
    void keeping_is_known_and_winning_only_in_part() {
        TwoYears years = years(List.of(total(A, 20), total(B, 20)));

        Keeping keeping = Keeping.of(NAME, years, Map.of(C, LAST.minusDays(245)), true);

        assertThat(keeping.stayed()).isEqualTo(1);
        assertThat(keeping.keeping()).isEqualTo(200);
        assertThat(keeping.newcomers()).isEqualTo(1);
        assertThat(keeping.serving()).isEqualTo(40);
        assertThat(keeping.months()).isNotNull().isCloseTo(8.1, within(0.05));
    }

    @Test
    void who_came_back_after_a_pause_is_no_newcomer() {
        Keeping keeping = Keeping.of(NAME, years(List.of(total(A, 20))), Map.of(), true);

        assertThat(keeping.newcomers()).isZero();
        assertThat(keeping.serving()).isNull();
        assertThat(keeping.months()).isNull();
    }

    @Test
    void without_costs_or_the_year_before_nothing_is_known() {
        assertThat(Keeping.of(NAME, years(List.of(total(A, 0))), Map.of(), false)
                        .keeping())
                .isNull();
        assertThat(Keeping.of(NAME, years(null), Map.of(), true))
                .isEqualTo(new Keeping(NAME, null, null, null, null, null));
    }
}
