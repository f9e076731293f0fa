package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import mainstay.accounts.MergeBench;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.rating.finding.Findings;
import mainstay.testing.HeldLock;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Duplicates are cleared by hand, one after the other, whatever is being reckoned meanwhile.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MergesAndRunsTests {
    private static final int PAIRS = 10;

    @Autowired
    Ratings ratings;

    @Autowired
    Findings findings;

    @Autowired
    MergeBench merges;

    @Autowired
    ImportDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private final ExecutorService others = Executors.newCachedThreadPool();

    @BeforeAll
    void rated() {
        sell("FIRST", "2026-11-01");
        ratings.ensureCurrent();
        findings.ensureCurrent();
    }

    @AfterAll
    void nobody_is_left() {
        others.shutdownNow();
    }

    /// Ten accounts of 1,000 with ten of 500 that are the same.
    private void sell(String pairs, String day) {
        StringBuilder sales = new StringBuilder("customer,document,date,product,quantity,amount,cost\n");
        for (int pair = 0; pair < PAIRS; pair++) {
            sales.append("%1$s-A%2$d,%1$s-A%2$d,%3$s,P,1,1000,600%n".formatted(pairs, pair, day));
            sales.append("%1$s-B%2$d,%1$s-B%2$d,%3$s,P,1,500,300%n".formatted(pairs, pair, day));
        }
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
    }

    private void mergeAll(String pairs) {
        for (int pair = 0; pair < PAIRS; pair++) {
            assertThat(merges.merge(pairs + "-A" + pair, pairs + "-B" + pair)).isPresent();
        }
    }

    private CompletableFuture<Boolean> later(BooleanSupplier run) {
        return CompletableFuture.supplyAsync(run::getAsBoolean, others);
    }

    @Test
    void merges_wait_for_no_run_of_ratings_and_the_run_reads_anew() throws Exception {
        sell("RATED", "2026-11-02");
        CompletableFuture<Boolean> run;
        try (HeldLock standings = HeldLock.of("select revision from portfolio.standing_revision for update")) {
            run = later(ratings::ensureCurrent);
            standings.awaitsSomebody(run);
            mergeAll("RATED");
            assertThat(run.isDone()).as("while the run is in the middle").isFalse();
        }
        assertThat(run.join()).isTrue();
        assertThat(ratings.ensureCurrent()).as("it has begun anew").isFalse();
        areOne("RATED");
    }

    @Test
    void a_run_that_wrote_for_accounts_as_they_were_is_refused_at_its_end() throws Exception {
        sell("LATE", "2026-11-03");
        CompletableFuture<Boolean> run;
        try (HeldLock runs = HeldLock.of("lock table rating.run in exclusive mode")) {
            run = later(ratings::ensureCurrent);
            runs.awaitsSomebody(run);
            mergeAll("LATE");
            assertThat(run.isDone()).as("before its last lines").isFalse();
        }
        assertThat(run.join()).isTrue();
        assertThat(ratings.ensureCurrent()).isFalse();
        areOne("LATE");
    }

    @Test
    void merges_wait_for_no_tests_of_findings_and_what_they_found_is_let_go() throws Exception {
        sell("TESTED", "2026-11-04");
        CompletableFuture<Boolean> run;
        try (HeldLock thresholds = HeldLock.of("lock table rating.finding_threshold in access exclusive mode")) {
            run = later(findings::ensureCurrent);
            thresholds.awaitsSomebody(run);
            mergeAll("TESTED");
            assertThat(run.isDone()).as("while the tests look").isFalse();
        }
        assertThat(run.join()).isTrue();
        assertThat(findings.ensureCurrent()).isFalse();
        assertThat(number("""
                        select count(*) from rating.finding_run f
                        where f.id = (select max(id) from rating.finding_run)
                          and f.revision = (select revision from ledger.pub_state)
                        """)).isOne();
    }

    @Test
    void ten_merges_in_a_row_go_through_while_runs_are_asked_for_each_time() {
        sell("ROW", "2026-11-05");
        List<CompletableFuture<Boolean>> runs = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            runs.add(later(ratings::ensureCurrent));
            runs.add(later(findings::ensureCurrent));
            assertThat(merges.merge("ROW-A" + pair, "ROW-B" + pair)).isPresent();
        }
        assertThat(runs)
                .as("who is overtaken too often leaves it at what is kept")
                .allSatisfy(run -> assertThat(run).succeedsWithin(Duration.ofMinutes(2)));
        ratings.ensureCurrent();
        findings.ensureCurrent();
        areOne("ROW");
    }

    @Test
    void a_run_that_is_overtaken_each_time_leaves_the_ratings_as_they_are_until_the_next_call() {
        sell("OFTEN", "2026-11-06");
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                create function rating.overtaken() returns trigger
                    language plpgsql security definer set search_path = '' as $$
                begin
                    perform nextval('rating.merges');
                    raise exception 'accounts were merged' using errcode = '40001';
                end $$
                """, """
                create trigger overtaken before insert on rating.run for each row execute function rating.overtaken()
                """);

        try {
            assertThat(ratings.ensureCurrent())
                    .as("nothing was done, and nobody has to expect more")
                    .isFalse();
        } finally {
            TestServer.executeAt(StoryDatabase.ownerUrl(), "drop trigger overtaken on rating.run");
        }
        assertThat(ratings.ensureCurrent()).isTrue();
    }

    private void areOne(String pairs) {
        assertThat(number("""
                        select count(*) from rating.current c join accounts.account a on a.id = c.account_id
                        where starts_with(a.code, '%s-B')
                        """.formatted(pairs))).isZero();
        assertThat(number("""
                        select count(*) from rating.verdict v
                        join rating.current c on c.scope = v.scope and c.account_id = v.account_id
                        join accounts.pub_account a on a.id = v.account_id
                        where v.scope = 'account' and v.region = '' and v.revenue = 15000000 and starts_with(a.code, '%s-A')
                        """.formatted(pairs))).isEqualTo(PAIRS);
    }

    private long number(String sql) {
        return Acting.asOperator(() -> Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> jdbc.sql(sql).query(Long.class).single())));
    }
}
