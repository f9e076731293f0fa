package mainstay.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import mainstay.accounts.Accounts;
import mainstay.identity.Acting;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.PaymentBehaviour;
import mainstay.ledger.PaymentFigures;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What was granted for its days is the limit and the payment term wherever they are read.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TermsInForceTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Accounts accounts;

    @Autowired
    TermsInForce inForce;

    @Autowired
    PaymentBehaviour payments;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeAll
    void accounts_with_terms(@Autowired ImportDesk desk) {
        TermsTestbed.bring(desk, Kind.ACCOUNTS, """
                code,name,credit limit,payment term
                HELD,Held,1000,30
                WIDE,Wide,3000,30
                BARE,Bare,,
                """);
        TermsTestbed.bring(desk, Kind.RECEIVABLES, """
                customer,number,issued,amount
                HELD,H1,2026-10-10,500
                HELD,H2,2026-11-10,1500
                """);
        TermsTestbed.bring(desk, Kind.SALES, "customer,document,date,amount\nHELD,S1,2026-11-10,1500\n");
    }

    @BeforeEach
    void nothing_is_granted() {
        clock.reset();
        TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from terms.agreement where true");
        follow();
    }

    private boolean follow() {
        return Acting.asOperator(inForce::follow);
    }

    private void grant(String code, String measure, int figure, String from, String until) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                insert into terms.agreement (account_id, measure, figure, valid_from, valid_until, reason, asked_by, asked_at, granted_at)
                select id, '%s', %d, '%s', %s, 'story', 'story', now(), now() from accounts.account where code = '%s'
                """.formatted(
                        measure, figure, from, until.isEmpty() ? "null" : "'" + until + "'", code));
    }

    private PaymentFigures held() {
        return Acting.asOperator(
                        () -> payments.of(accounts.byCode("HELD").orElseThrow().id(), LocalDate.of(2026, 11, 16)))
                .orElseThrow();
    }

    private LocalDate due(String number) {
        return Objects.requireNonNull(Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status -> database.sql("select due from ledger.pub_receivable where number = :number")
                        .param("number", number)
                        .query(LocalDate.class)
                        .single())));
    }

    private String list(String query) throws Exception {
        return web.perform(get("/accounts" + query).locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void a_limit_that_was_granted_is_the_limit_for_its_days_in_list_head_interface_and_receivables() throws Exception {
        grant("HELD", "creditLimit", 5000, "2026-11-10", "2026-11-30");
        grant("BARE", "creditLimit", 2000, "2026-11-10", "");
        assertThat(follow()).isTrue();
        assertThat(follow()).as("nothing has changed since").isFalse();

        assertThat(list("?sort=-creditLimit&columns=creditLimit"))
                .containsSubsequence("Held", "5,000", "Wide", "3,000", "Bare", "2,000");
        assertThat(list("/totals?columns=creditLimit")).contains("10,000");
        web.perform(get("/api/v1/accounts/HELD").header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(jsonPath("$.creditLimit").value(5000));
        web.perform(get("/accounts/HELD").locale(Locale.ENGLISH).with(cast.signedIn(cast.director())))
                .andExpect(content().string(containsString("5,000")));
        assertThat(held().creditLimit()).isEqualTo(5_000_0000L);
        assertThat(held().limitUse()).isEqualTo(0.4);

        clock.advance(Duration.ofDays(15));
        assertThat(follow()).isTrue();
        web.perform(get("/api/v1/accounts/HELD").header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(jsonPath("$.creditLimit").value(1000));
        assertThat(held().isAboveLimit()).isTrue();
    }

    @Test
    void a_payment_term_that_was_granted_holds_for_the_invoices_of_its_days() {
        assertThat(due("H1")).isEqualTo("2026-11-09");
        assertThat(held().overdue()).isEqualTo(500_0000L);

        grant("HELD", "paymentTerm", 60, "2026-10-01", "2026-10-31");
        grant("HELD", "paymentTerm", 90, "2026-11-12", "");
        follow();

        assertThat(due("H1")).as("issued in October").isEqualTo("2026-12-09");
        assertThat(due("H2")).as("issued between the two").isEqualTo("2026-12-10");
        assertThat(held().overdue()).isZero();
        assertThat(Acting.asOperator(() -> accounts.byCode("HELD").orElseThrow().paymentTermDays()))
                .isEqualTo(90);
    }

    @Test
    void a_newer_file_changes_what_is_imported_and_not_what_was_granted(@Autowired ImportDesk desk) {
        grant("WIDE", "creditLimit", 9000, "2026-11-10", "2026-11-20");
        follow();
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,credit limit\nWIDE,Wide,3001\n");
        assertThat(limit("WIDE")).isEqualTo(9_000_0000L);

        TestServer.executeAt(StoryDatabase.ownerUrl(), "update terms.agreement set ended_on = '2026-11-16' where true");
        follow();
        assertThat(limit("WIDE")).isEqualTo(3_001_0000L);
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,credit limit\nWIDE,Wide,3000\n");
    }

    private long limit(String code) {
        return Acting.asOperator(
                () -> Objects.requireNonNull(accounts.byCode(code).orElseThrow().creditLimit()));
    }

    @Test
    void quiet_looks_write_nothing_so_that_what_is_kept_of_lists_stays_kept() {
        grant("HELD", "creditLimit", 3000, "2026-11-01", "2026-12-31");
        assertThat(follow()).isTrue();
        long revision = listRevision();

        assertThat(follow()).isFalse();
        assertThat(follow()).isFalse();

        assertThat(listRevision()).isEqualTo(revision);
    }

    @Test
    void while_the_ledger_is_being_changed_terms_wait_for_the_next_look() {
        grant("HELD", "paymentTerm", 60, "2026-11-01", "2026-12-31");
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(hashtext('ledger.publish'))::text")
                    .query()
                    .singleRow();
            assertThat(follow()).isFalse();
        });
        assertThat(due("H2")).isEqualTo(LocalDate.of(2026, 12, 10));

        assertThat(follow()).isTrue();
        assertThat(due("H2")).isEqualTo(LocalDate.of(2027, 1, 9));
    }

    @Test
    void what_begins_next_month_changes_no_figure_today() {
        long revision = ledgerRevision();
        grant("HELD", "creditLimit", 3000, "2026-12-01", "2026-12-31");

        assertThat(follow()).isTrue();

        assertThat(ledgerRevision()).isEqualTo(revision);
    }

    private long listRevision() {
        return number("select revision from accounts.pub_list_revision");
    }

    private long ledgerRevision() {
        return number("select revision from ledger.pub_state");
    }

    private long number(String sql) {
        return Objects.requireNonNull(Acting.asOperator(() -> new TransactionTemplate(transactions)
                .execute(status ->
                        database.sql(sql).query((row, number) -> row.getLong(1)).single())));
    }
}
