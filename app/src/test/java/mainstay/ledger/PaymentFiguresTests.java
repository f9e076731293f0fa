package mainstay.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PaymentFiguresTests {

    private static final long MILLION = 1_000_000_0000L;

    @Test
    void days_sales_outstanding_as_published() {
        PaymentFigures figures = figures(12 * MILLION / 10, 4 * MILLION / 10, 10 * MILLION, null);

        assertThat(figures.dso()).isCloseTo(43.8, within(1e-9));
        assertThat(figures.bestPossibleDso()).isCloseTo(29.2, within(1e-9));
        assertThat(figures.averageDaysDelinquent()).isCloseTo(14.6, within(1e-9));
    }

    @Test
    void a_ratio_without_its_base_is_unknown() {
        PaymentFigures figures = figures(0, 0, 0, null);

        assertThat(figures.dso()).isNull();
        assertThat(figures.onTimeShare()).isNull();
        assertThat(figures.daysLate()).isNull();
        assertThat(figures.overdueShare()).isNull();
        assertThat(figures.limitUse()).isNull();
        assertThat(figures.isAboveLimit()).isFalse();
    }

    @Test
    void a_limit_of_nought_is_not_the_same_as_none() {
        assertThat(figures(MILLION, 0, 0, 2 * MILLION).limitUse()).isEqualTo(0.5);
        assertThat(figures(MILLION, 0, 0, 0L).limitUse()).isInfinite();
        assertThat(figures(MILLION, 0, 0, 0L).isAboveLimit()).isTrue();
        assertThat(figures(0, 0, 0, 0L).limitUse()).isZero();
    }

    private static PaymentFigures figures(long open, long overdue, long creditSales, @Nullable Long limit) {
        return new PaymentFigures(
                1,
                open,
                0,
                overdue,
                new PaymentFigures.Ageing(overdue, 0, 0, 0),
                0,
                0,
                0,
                0,
                0,
                creditSales,
                365,
                limit,
                false);
    }
}
