package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import mainstay.identity.Acting;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Story
class ComparedRunsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

    @Autowired
    ValueRuns runs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void a_run_is_compared_with_the_newest_at_least_four_weeks_older() {
        assertThat(before(DAY.minusDays(90), DAY.minusDays(29), DAY.minusDays(28), DAY.minusDays(27)))
                .isEqualTo(DAY.minusDays(28));
    }

    @Test
    void a_young_ledger_is_compared_with_its_oldest_run() {
        assertThat(before(DAY.minusDays(12), DAY.minusDays(3), DAY.minusDays(1)))
                .isEqualTo(DAY.minusDays(12));
    }

    @Test
    void a_first_run_is_compared_with_nothing() {
        assertThat(before()).isNull();
    }

    @Test
    void the_oldest_run_of_a_young_ledger_stays_to_be_compared_with() {
        assertThat(kept(DAY.minusDays(3), DAY.minusDays(2), DAY.minusDays(1), DAY))
                .containsExactly(DAY.minusDays(3), DAY);
    }

    @Test
    void three_years_of_months_are_kept() {
        LocalDate[] days = new LocalDate[40];
        for (int i = 0; i < days.length; i++) {
            days[i] = DAY.minusMonths(39L - i);
        }

        assertThat(kept(days)).hasSize(36).first().isEqualTo(DAY.minusMonths(35));
    }

    private LocalDate before(LocalDate... days) {
        return with(days, () -> runs.compared(DAY).before());
    }

    private List<LocalDate> kept(LocalDate... days) {
        return with(days, () -> {
            runs.dropOld(runs.compared(DAY));
            return jdbc.sql("select as_of from portfolio.value_run order by as_of")
                    .query(LocalDate.class)
                    .list();
        });
    }

    private <T> T with(LocalDate[] days, Supplier<T> question) {
        return Acting.asOperator(() -> new TransactionTemplate(transactions).execute(status -> {
            for (LocalDate day : days) {
                runs.add(
                        new RunRow(
                                day,
                                day,
                                1,
                                0,
                                0.1,
                                36,
                                "week",
                                null,
                                "noneUsable",
                                "{}",
                                null,
                                "ownMean",
                                "sales",
                                null,
                                0,
                                1),
                        "");
            }
            T answer = question.get();
            status.setRollbackOnly();
            return answer;
        }));
    }
}
