package mainstay.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@NullMarked
class KnownCostShareTests {
    private static final LocalDate DAY = LocalDate.of(2025, 12, 31);
    private static final Scope YEAR =
            new Scope(DAY, DAY.minusYears(1).plusDays(1), DAY, false, Basis.DELIVERED, SalesView.NET);

    private static AccountTotal total(long revenue, long known, @Nullable Long profit) {
        return new AccountTotal(1, "A", "A", 1, 1, revenue, revenue, known, profit, Served.NOTHING);
    }

    private static @Nullable Double share(AccountTotal... totals) {
        return Accounting.of(YEAR, new LedgerTotal(0, 0, 0, 0), List.of(totals)).knownCostShare();
    }

    @Test
    void two_of_three_lines_with_a_cost_are_two_thirds() {
        assertThat(share(total(200, 100, 40L), total(100, 100, 30L))).isCloseTo(0.667, within(5e-4));
    }

    @Test
    void without_revenue_there_is_no_share() {
        assertThat(share()).isNull();
        assertThat(share(total(100, 100, 10L), total(-100, 0, null))).isNull();
        assertThat(share(total(100, 0, null))).isZero();
    }
}
