package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import mainstay.accounts.Accounts;
import mainstay.accounts.MergeBench;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.shared.web.Text;
import mainstay.terms.TermsTestbed;
import mainstay.terms.agreement.AgreementDesk;
import mainstay.terms.agreement.AgreementForm;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What must not happen at once takes turns.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RebateTurnsTests {

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    MergeBench merges;

    @Autowired
    AgreementDesk agreements;

    @Autowired
    BookingDesk bookings;

    @Autowired
    JdbcClient database;

    private final ExecutorService others = Executors.newCachedThreadPool();
    private TransactionTemplate transactions;
    private RebateTestbed bed;

    @BeforeAll
    void a_year_of_sales(
            @Autowired ImportDesk desk,
            @Autowired Accruals accruals,
            @Autowired Rebates rebates,
            @Autowired PlatformTransactionManager manager) {
        transactions = new TransactionTemplate(manager);
        bed = new RebateTestbed(accounts, accruals, rebates);
        TermsTestbed.bring(desk, Kind.SALES, """
                customer,document,date,amount
                TWICE,1,2026-03-01,100000
                HEAD,2,2026-03-01,100000
                SON,3,2026-03-01,100000
                TAKEN,4,2026-03-01,100000
                NEW,5,2026-03-01,100000
                OLD,6,2026-03-01,100000
                LEFT,8,2026-03-01,8000
                RIGHT,9,2026-03-01,8000
                OVER,10,2026-03-01,1
                LAST,7,2026-11-13,1
                """);
        TermsTestbed.bring(
                desk,
                Kind.ACCOUNTS,
                "code,name,parent,holding\nSON,Son,HEAD,80\nLEFT,Left,OVER,80\nRIGHT,Right,OVER,80\n");
        bed.ladder("One", "year", "2026-01-01", 10, 0.01);
        bed.ladder("Other", "year", "2026-01-01", 10, 0.02);
        cast.director();
        cast.another("sun", "孙总", Role.DIRECTOR);
        cast.controller();
    }

    @AfterAll
    void nobody_is_left() {
        others.shutdownNow();
    }

    private static AgreementForm ladder(String name, boolean group) {
        return new AgreementForm("rebateLadder", name, "2026-01-01", "", "Grows", null, group);
    }

    private Map<String, Text> asked(String code, String ladder, boolean group) {
        return cast.as(
                cast.director(), () -> agreements.ask(accounts.byCode(code).orElseThrow(), ladder(ladder, group)));
    }

    private CompletableFuture<Map<String, Text>> later(Supplier<Map<String, Text>> work) {
        return CompletableFuture.supplyAsync(work, others);
    }

    /// Until somebody waits for a lock, or is through.
    private void awaits(CompletableFuture<?> other) {
        while (!other.isDone() && waiting() == 0) {
            Thread.onSpinWait();
        }
    }

    private long waiting() {
        return Acting.asOperator(() -> Objects.requireNonNull(transactions.execute(
                status -> database.sql("select count(*) as waiting from pg_locks where not granted")
                        .query((row, number) -> row.getLong("waiting"))
                        .single())));
    }

    @Test
    void two_ladders_asked_for_at_once_do_not_both_slip_through() {
        CompletableFuture<Map<String, Text>> second = cast.as(
                cast.director(),
                () -> Objects.requireNonNull(transactions.execute(status -> {
                    assertThat(asked("TWICE", "One", false)).isEmpty();
                    CompletableFuture<Map<String, Text>> other = later(() -> asked("TWICE", "Other", false));
                    awaits(other);
                    return other;
                })));

        assertThat(second.join()).containsOnlyKeys("value");
    }

    @Test
    void a_group_and_its_member_asked_for_at_once_do_not_both_slip_through() {
        CompletableFuture<Map<String, Text>> second = cast.as(
                cast.director(),
                () -> Objects.requireNonNull(transactions.execute(status -> {
                    assertThat(asked("SON", "One", false)).isEmpty();
                    CompletableFuture<Map<String, Text>> other = later(() -> asked("HEAD", "Other", true));
                    awaits(other);
                    return other;
                })));

        assertThat(second.join()).containsOnlyKeys("value");
    }

    @Test
    void claw_backs_together_never_take_more_than_was_earned() {
        bed.ladder("Taking", "year", "2026-01-01", 10, 0.01);
        bed.agree("TAKEN", "Taking", "2026-01-01", false);
        Rebate rebate = bed.of("TAKEN", "Taking", "2026-01-01");
        assertThat(rebate.earned()).isEqualTo(1_000_0000L);
        List<Long> findings = List.of(confirmed("2026-01-01"), confirmed("2026-04-01"), confirmed("2026-07-01"));

        CompletableFuture<Map<String, Text>> second = cast.as(
                cast.director(),
                () -> Objects.requireNonNull(transactions.execute(status -> {
                    assertThat(takeBack(rebate, findings.get(0), "700")).isEmpty();
                    CompletableFuture<Map<String, Text>> other = later(() -> takeBack(rebate, findings.get(1), "700"));
                    awaits(other);
                    return other;
                })));

        assertThat(second.join()).containsOnlyKeys("amount");
        assertThat(takeBack(rebate, findings.get(1), "300")).isEmpty();
        assertThat(takeBack(rebate, findings.get(2), "0.01")).containsOnlyKeys("amount");
    }

    @Test
    void two_accounts_take_turns_though_a_run_has_found_their_pool_anew() {
        bed.ladder("Of all", "year", "2026-01-01", 10, 0.01);
        bed.ladder("Own", "year", "2026-01-01", 10, 0.01);
        bed.agree("OVER", "Of all", "2026-01-01", true);
        bed.book(bed.of("OVER", "Of all", "2026-01-01"), "payout", 100_0000L);
        bed.ended("Of all");
        bed.agree("LEFT", "Own", "2026-01-01", false);
        bed.agree("RIGHT", "Own", "2026-01-01", false);
        Rebate left = bed.of("LEFT", "Own", "2026-01-01");
        Rebate right = bed.of("RIGHT", "Own", "2026-01-01");
        assertThat(left.payable()).isEqualTo(60_0000L);

        CompletableFuture<Map<String, Text>> second = cast.as(
                cast.director(),
                () -> Objects.requireNonNull(transactions.execute(status -> {
                    assertThat(payOut("LEFT", left)).isEmpty();
                    bed.inside("update terms.pool set pool = pool / 2", "update terms.accrual set pool = pool / 2");
                    CompletableFuture<Map<String, Text>> other = later(() -> payOut("RIGHT", right));
                    awaits(other);
                    return other;
                })));

        assertThat(second.join()).as("the 60 are asked for").containsOnlyKeys("amount");
    }

    private Map<String, Text> payOut(String code, Rebate rebate) {
        return cast.as(
                cast.director(),
                () -> bookings.payOut(
                        accounts.byCode(code).orElseThrow(), rebate, new BookingForm("60", "Year end", null, null)));
    }

    private Map<String, Text> takeBack(Rebate rebate, long finding, String amount) {
        return cast.as(
                cast.director(),
                () -> bookings.takeBack(
                        accounts.byCode("TAKEN").orElseThrow(),
                        rebate,
                        new BookingForm(amount, "Sold on", finding, null)));
    }

    private long confirmed(String from) {
        bed.inside("""
                insert into rating.finding (test, account_id, period_from, period_to, strength, measure, evidence, money, figures, found_at,
                                            changed_at, verdict, reason, judged_by, judged_at)
                values ('territory', %d, '%s', date '%s' + 89, 3, 0.25, 5, 900000000, '{}', now(), now(), 'confirmed', 'Papers', 'story',
                        now())
                """.formatted(bed.id("TAKEN"), from, from));
        return Acting.asOperator(() -> Objects.requireNonNull(
                transactions.execute(status -> database.sql("select max(id) as id from rating.pub_finding")
                        .query((row, number) -> row.getLong("id"))
                        .single())));
    }

    /// As runs of rebates do, those of findings and ratings while they write.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select pg_advisory_xact_lock(7300)",
                "select pg_advisory_xact_lock(6200)",
                "select moved from rating.attribution for share"
            })
    void a_merge_and_its_undoing_wait_for_a_run_that_is_under_way(String turn) {
        long merge = waitedFor(turn, () -> merges.merge("NEW", "OLD").orElseThrow());
        waitedFor(turn, () -> {
            merges.undo(merge);
            return merge;
        });
    }

    private long waitedFor(String turn, Supplier<Long> work) {
        CompletableFuture<Long> other = Acting.asOperator(() -> Objects.requireNonNull(transactions.execute(status -> {
            database.sql(turn).query(row -> {});
            CompletableFuture<Long> merging = CompletableFuture.supplyAsync(work, others);
            awaits(merging);
            assertThat(merging.isDone()).as("before the run is over").isFalse();
            return merging;
        })));
        return other.join();
    }
}
