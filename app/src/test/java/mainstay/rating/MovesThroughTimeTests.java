package mainstay.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import mainstay.identity.Acting;
import mainstay.ledger.BatchDesk;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.ImportReport;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.HeldLock;
import mainstay.testing.SmallFiles;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs write down only what they changed. Whatever way the ledger takes, this is what all ratings that were ever kept
/// say.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MovesThroughTimeTests {
    private static final String HEADER = "customer,document,date,product,quantity,amount,cost\n";

    @Autowired
    Ratings ratings;

    @Autowired
    ImportDesk desk;

    @Autowired
    BatchDesk batches;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @BeforeAll
    void three_years_of_sales() {
        StringBuilder sales = new StringBuilder(HEADER);
        for (int month = 0; month < 34; month++) {
            LocalDate day = LocalDate.of(2024, 1, 15).plusMonths(month);
            for (int account = 1; account <= 6; account++) {
                sales.append("A%d,A%d-%s,%s,P%d,1,%d,50%n"
                        .formatted(account, account, day, day, month % 3, 100 * account + month));
            }
        }
        SmallFiles.bring(desk, Kind.SALES, sales.toString());
        follow();
    }

    private void follow() {
        assertThat(ratings.ensureCurrent()).isTrue();
        agree();
    }

    @Test
    void a_batch_that_goes_and_comes_again_leaves_no_move_of_its_own() {
        ImportReport windfall = windfall("W1", "2026-11-02");
        follow();
        long moved = moves();
        assertThat(moved).as("the windfall moves somebody").isPositive();

        withdraw(windfall);
        follow();
        ImportReport between = windfall("W2", "2026-10-25");
        follow();
        ImportReport again = windfall("W1", "2026-11-02");
        follow();
        withdraw(between);
        follow();
        withdraw(again);
        follow();
        ImportReport first = windfall("W1", "2026-11-02");
        follow();
        withdraw(first);
        follow();
    }

    @Test
    void a_mark_that_is_given_while_a_run_goes_counts_with_the_next() throws Exception {
        ImportReport windfall = windfall("M1", "2026-11-05");
        CompletableFuture<Boolean> run;
        try (HeldLock standings = HeldLock.of("select revision from portfolio.standing_revision for update")) {
            run = CompletableFuture.supplyAsync(ratings::ensureCurrent);
            standings.awaitsSomebody(run);
            web.perform(post("/accounts/A2/assessments")
                            .param("criterion", "philosophy")
                            .param("mark", "5")
                            .param("evidence", "We saw it ourselves")
                            .param("assessedOn", "2026-11-10")
                            .with(cast.signedIn(cast.director())))
                    .andExpect(status().is3xxRedirection());
            assertThat(run.isDone()).as("while the run is in the middle").isFalse();
        }
        assertThat(run.join()).isTrue();
        agree();
        follow();
        assertThat(number("""
                        select count(*) from rating.current c join rating.rating r on r.id = c.rating_id
                        join accounts.pub_account a on a.id = c.account_id
                        where c.scope = 'account' and a.code = 'A2'
                          and r.figures[(select d.place from (select code, row_number() over (order by position) as place
                                                              from rating.criterion where version = r.model_version) d
                                         where d.code = 'philosophy')] = 5
                        """)).isOne();
        withdraw(windfall);
        follow();
    }

    private ImportReport windfall(String document, String day) {
        return SmallFiles.bring(
                desk,
                Kind.SALES,
                HEADER + "A1,%s-1,%s,P1,1,900000,100%nA2,%s-2,%s,P9,1,3,2%n".formatted(document, day, document, day));
    }

    private void withdraw(ImportReport report) {
        Acting.asOperator(() -> batches.withdraw(report.batch()));
    }

    private long moves() {
        return number("select count(*) from rating.move");
    }

    /// Every account is rated by the newest rating of the ledger's last day, compared with the newest of the
    /// day that was in force before; where none was rated earlier, with that of the day that the first run
    /// replayed.
    private void agree() {
        assertThat(number("""
                        select count(*) from rating.current c where c.as_of <> (select data_to from ledger.pub_state)
                        """)).as("rated on another day").isZero();
        assertThat(number("""
                        select count(*) from rating.current c
                        cross join lateral (select coalesce(
                            (select r.as_of from rating.run r where r.as_of < c.as_of order by r.id desc limit 1),
                            (select min(r.as_of) from rating.rating r)) as day) before
                        where c.before <> before.day
                           or c.rating_id <> (select max(r.id) from rating.rating r
                                              where r.scope = c.scope and r.account_id = c.account_id and r.as_of = c.as_of)
                           or c.previous_id <> (select max(r.id) from rating.rating r
                                                where r.scope = c.scope and r.account_id = c.account_id and r.as_of = before.day)
                           or c.before is null
                        """)).as("pointing elsewhere").isZero();
        String told = """
                select c.scope, c.account_id, n.as_of, b.as_of as before, n.score - b.score as points,
                       case when n.hollow or b.hollow then 0 else sign(n.stars - b.stars)::integer end as stars
                from rating.current c join rating.rating n on n.id = c.rating_id join rating.rating b on b.id = c.previous_id
                where n.model_version = b.model_version
                  and (abs(n.score - b.score) >= 10 or not n.hollow and not b.hollow and n.stars <> b.stars)""";
        String kept = "select scope, account_id, as_of, before, points, stars from rating.move";
        assertThat(number("select count(*) from ((%1$s except %2$s) union all (%2$s except %1$s)) d"
                        .formatted(told, kept)))
                .as("moves that are not kept, or kept and none")
                .isZero();
    }

    private long number(String sql) {
        return Acting.asOperator(() -> Objects.requireNonNull(new TransactionTemplate(transactions)
                .execute(status -> jdbc.sql(sql).query(Long.class).single())));
    }
}
