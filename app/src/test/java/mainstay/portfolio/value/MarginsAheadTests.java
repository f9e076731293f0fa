package mainstay.portfolio.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The worked example of margin-ahead.md, and accounts that are closed or sold to at a loss.
@Story
class MarginsAheadTests {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

    @Autowired
    MarginsAhead margins;

    @Autowired
    KeptValues kept;

    @Autowired
    PlatformTransactionManager transactions;

    private static String account(
            int id, String method, @Nullable Integer earned, @Nullable Integer expected, @Nullable Integer staying) {
        return """
                insert into portfolio.account_value
                    (as_of, account_id, method, repeats, first_purchase, last_purchase, year_margin, margin, staying_margin,
                     falling, narrowing, fading, leaving, gone)
                values ('%s', %d, '%s', 9, '2025-01-01', '2026-01-01', %s * 10000, %s * 10000, %s * 10000,
                        false, false, false, false, false)
                """.formatted(DAY, id, method, earned, expected, staying);
    }

    private MarginAhead ahead(String... accounts) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from portfolio.value_run", """
                insert into portfolio.value_run
                    (as_of, first_day, revision, settings, discount_rate, months, unit, reason, parameters, spending, basis,
                     accounts, returns, ran_at, accounts_seen)
                values ('2026-03-20', '2024-01-01', 1, 0, 0.1, 36, 'week', 'noneUsable', '{}', 'ownMean', 'margin', 4, 1, now(), '')
                """);
        TestServer.executeAt(StoryDatabase.ownerUrl(), accounts);
        return Acting.asOperator(() -> new TransactionTemplate(transactions).execute(status -> margins.of(DAY)))
                .orElseThrow();
    }

    private static long steps(MarginAhead ahead) {
        return ahead.earned() - ahead.unvalued() - ahead.leaving() - ahead.fading() + ahead.growing() + ahead.fresh();
    }

    @Test
    void the_worked_example_adds_up() {
        MarginAhead ahead = ahead(
                account(1, "rhythm", 1_000, 810, 900),
                account(2, "rhythm", 200, 150, 300),
                account(3, "none", 50, null, null),
                account(4, "rhythm", null, 20, 25));

        assertThat(ahead.earned()).isEqualTo(12_500_000);
        assertThat(ahead.unvalued()).isEqualTo(500_000);
        assertThat(ahead.leaving()).isEqualTo(2_000_000);
        assertThat(ahead.fading()).isEqualTo(900_000);
        assertThat(ahead.growing()).isEqualTo(500_000);
        assertThat(ahead.fresh()).isEqualTo(200_000);
        assertThat(ahead.expected()).isEqualTo(9_800_000).isEqualTo(steps(ahead));
        assertThat(ahead.leavers()).isCloseTo(0.6, within(1e-9));
        assertThat(ahead.retention()).isCloseTo(0.7, within(1e-9));
        assertThat(ahead.losing()).isZero();
    }

    @Test
    void closed_accounts_leave_and_losses_are_taken_off_at_both_ends() {
        MarginAhead ahead = ahead(
                account(1, "closed", 300, 0, 0),
                account(2, "rhythm", -100, -60, -80),
                account(3, "rhythm", 333, 101, 307),
                account(4, "rhythm", 10, 0, 0));

        assertThat(ahead.earned()).isEqualTo(5_430_000);
        assertThat(ahead.expected()).isEqualTo(410_000).isEqualTo(steps(ahead));
        assertThat(ahead.losing()).isEqualTo(1);
        assertThat(ahead.losses()).isEqualTo(600_000);
        assertThat(ahead.buyers())
                .as("of the last, nothing tells whether it stays")
                .isEqualTo(3);
    }

    @Test
    void a_closed_account_without_a_known_margin_stands_nowhere() {
        MarginAhead ahead = ahead(account(1, "rhythm", 100, 90, 100), account(2, "closed", null, 0, 0));

        assertThat(ahead.freshAccounts()).isZero();
        assertThat(ahead.buyers()).isEqualTo(1);
        assertThat(ahead.expected()).isEqualTo(900_000).isEqualTo(steps(ahead));
    }

    @Test
    void the_what_if_leaves_over_of_each_account_what_the_margin_ahead_leaves_over() {
        MarginAhead ahead = ahead(
                account(1, "closed", 300, 0, 0),
                account(2, "rhythm", 100, 101, 100),
                account(3, "rhythm", 100, 30, 40),
                account(4, "rhythm", 10, 0, 0),
                account(5, "none", 10, null, null));
        List<Long> ids = List.of(1L, 2L, 3L, 4L, 5L);

        Map<Long, Double> retentions = Acting.asOperator(() -> kept.retentions(ids));
        assertThat(retentions).isEqualTo(Map.of(1L, 0.0, 2L, 1.0, 3L, 0.75));
        assertThat(Acting.asOperator(() -> kept.closed(ids))).containsExactly(1L);
        assertThat(ahead.buyers()).isEqualTo(retentions.size());
        assertThat(ahead.leavers()).isCloseTo(1.25, within(1e-9));
        assertThat(ahead.leaving()).isEqualTo(3_250_000);
        assertThat(ahead.expected()).isEqualTo(steps(ahead));
    }
}
