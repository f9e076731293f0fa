package mainstay.dossier.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainstay.dossier.Archive;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Rival;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

/// What a loan opens, asked with plain SQL as the application's own role.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoanPolicyTests {

    private static final String FACTS = "select count(*) from dossier.fact";
    private static final String LOANS = "select count(*) from dossier.pub_loan";

    @Autowired
    LoanBench bench;

    @Autowired
    Archive archive;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    private User custodian;
    private User deputy;

    /// Of each account a card fact, a business one, and full ones of two parts.
    @BeforeAll
    void facts() {
        clock.setTo(StandingClock.START.minus(Duration.ofHours(1)));
        archive.accounts("L1", "L2");
        for (String code : List.of("L1", "L2")) {
            archive.write(code, "telephone", "021", "2026-01-01");
            archive.write(code, "policy", "strict", "2026-01-01");
            archive.write(code, "problems", "late", "2026-01-01");
            archive.write(code, "attitude", "warm", "2026-01-01");
        }
        custodian = cast.another("bao", "包经理", Role.KAM);
        deputy = cast.another("dai", "戴经理", Role.KAM);
        bench.name(archive.card("L1"), custodian, deputy);
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private User borrower(String name) {
        return cast.another(name, name, Role.KAM);
    }

    private static Instant end(Loan loan) {
        return Objects.requireNonNull(loan.endsAt());
    }

    @Test
    void without_anybody_there_are_no_rows() {
        bench.ask(borrower("p0"), "L1", 3, "business");
        Actor nobody = new Actor(null, "nobody", null, Level.NONE);
        for (String table : List.of("loan", "pub_loan", "custody", "named_member")) {
            assertThat(bench.count(nobody, "select count(*) from dossier." + table))
                    .as(table)
                    .isZero();
        }
        assertThat(bench.count(
                        nobody,
                        "select coalesce(cardinality(dossier.holders("
                                + archive.card("L1").id() + ")), 0)"))
                .isZero();
    }

    @Test
    void a_loan_opens_exactly_its_parts_for_exactly_its_time() throws Exception {
        User borrower = borrower("p1");
        Loan asked = bench.ask(borrower, "L1", 3, "transaction");
        assertThat(bench.count(borrower, FACTS)).isZero();
        bench.decide(custodian, asked, "granted");
        Loan out = bench.as(borrower, asked);

        assertThat(bench.count(borrower, FACTS + " where word = 'late'")).isEqualTo(1);
        assertThat(bench.count(borrower, FACTS + " where word = '021'"))
                .as("the card goes along")
                .isEqualTo(1);
        assertThat(bench.count(borrower, FACTS)).isEqualTo(2);
        assertThat(bench.count(borrower, "select count(*) from accounts.pub_account"))
                .isEqualTo(1);
        assertThat(bench.count(borrower, "select count(*) from ledger.pub_sales_line"))
                .isZero();
        assertThat(bench.count(borrower, "select count(*) from activity.entry where account_id is not null"))
                .isZero();

        assertThat(Duration.between(out.startsAt(), end(out))).isEqualTo(Duration.ofDays(3));
        clock.setTo(end(out).minusSeconds(20));
        assertThat(bench.count(borrower, FACTS)).isEqualTo(2);
        clock.setTo(end(out));
        assertThat(bench.count(borrower, FACTS)).isZero();
        assertThat(bench.as(borrower, out).state()).isEqualTo("ended");
    }

    @Test
    void counts_and_orders_tell_nothing_of_what_is_not_lent() throws Exception {
        User borrower = borrower("p2");
        bench.decide(deputy, bench.ask(borrower, "L1", 3, "business"), "granted");

        assertThat(bench.count(
                        borrower, "select count(distinct word) from dossier.pub_fact where part = 'transaction'"))
                .isZero();
        assertThat(bench.count(
                        borrower,
                        "select count(*) from dossier.pub_fact where account_id <> "
                                + archive.card("L1").id()))
                .isZero();
        assertThat(
                        bench.count(
                                borrower,
                                "select count(*) from (select word from dossier.fact order by sensitivity desc, word limit 10) f"))
                .isEqualTo(2);
        assertThat(bench.count(
                        borrower, "select coalesce(max(sensitivity), 0) from dossier.fact where part <> 'business'"))
                .isEqualTo(1);
    }

    @Test
    void loans_are_seen_by_borrower_custodians_and_directors_only() {
        User borrower = borrower("p3");
        Loan asked = bench.ask(borrower, "L1", 3, "business");
        String one = LOANS + " where id = " + asked.id();

        for (User seeing : List.of(borrower, custodian, deputy, cast.director())) {
            assertThat(bench.count(seeing, one)).as(seeing.name()).isEqualTo(1);
        }
        for (User blind : List.of(cast.viewer(), cast.agent(), cast.controller(), cast.keyAccountManager())) {
            assertThat(bench.count(blind, one)).as(blind.name()).isZero();
        }
    }

    @Test
    void the_borrower_opens_and_extends_nothing_alone() throws Exception {
        User borrower = borrower("p4");
        Loan asked = bench.ask(borrower, "L1", 1, "business");
        long account = asked.accountId();
        for (String forbidden : List.of(
                "update dossier.loan set days = 90",
                "update dossier.loan set ends_at = ends_at + interval '1 year'",
                "insert into dossier.loan (account_id, account_code, borrower_id, borrower, parts, purpose, days, granted_at)"
                        + " values (%d, 'L1', %d, 'x', '{business}', 'x', 1, now())".formatted(account, borrower.id()),
                "insert into identity.account_grant (account_id, user_id, level, starts_at, cause)"
                        + " values (%d, %d, 4, now(), 'loan')".formatted(account, borrower.id()),
                "update approvals.request set custodian_ids = array[%d::bigint]".formatted(borrower.id()),
                "delete from dossier.loan")) {
            assertThatThrownBy(() -> bench.run(borrower, forbidden))
                    .as(forbidden)
                    .hasStackTraceContaining("ERROR");
        }
        for (String forbidden : List.of(
                "select dossier.open_loan(%d, 'x')".formatted(asked.id()),
                "select dossier.give_custody(%d, %d, null, 'x')".formatted(account, borrower.id()),
                "select dossier.name_member(%d, %d, true, 'x')".formatted(account, borrower.id()),
                "select approvals.hand_to_custodians('borrowing', '%d', array[%d]::bigint[])"
                        .formatted(asked.id(), borrower.id()))) {
            assertThatThrownBy(() -> bench.query(borrower, forbidden))
                    .as(forbidden)
                    .isInstanceOf(DataAccessException.class);
        }
        assertThat(bench.run(borrower, "update identity.account_grant set ends_at = null"))
                .isZero();
        assertThat(bench.decide(borrower, asked, "granted")
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(bench.count(borrower, FACTS)).isZero();
    }

    @Test
    void nobody_opens_what_no_approval_granted() {
        Loan asked = bench.ask(borrower("p5"), "L1", 1, "business");

        bench.query(cast.director(), "select dossier.open_loan(%d, 'x')".formatted(asked.id()));

        assertThat(bench.as(cast.director(), asked).state()).isEqualTo("asked");
    }

    @Test
    void a_renewal_is_granted_anew_and_begins_where_the_loan_ends() throws Exception {
        User borrower = borrower("p6");
        Loan first = bench.ask(borrower, "L1", 2, "transaction");
        bench.decide(custodian, first, "granted");
        Loan out = bench.as(borrower, first);
        Loan renewal = bench.renew(borrower, out, 5);
        assertThat(renewal.parts()).containsExactly("transaction");

        clock.setTo(end(out).plusSeconds(1));
        assertThat(bench.count(borrower, FACTS)).as("not granted yet").isZero();
        clock.setTo(Objects.requireNonNull(out.startsAt()).plusSeconds(60));
        bench.decide(deputy, renewal, "granted");
        Loan waiting = bench.as(borrower, renewal);
        assertThat(waiting.state()).isEqualTo("waiting");
        assertThat(waiting.startsAt()).isEqualTo(end(out));
        assertThat(end(waiting)).isEqualTo(end(out).plus(Duration.ofDays(5)));
        clock.setTo(end(out).plusSeconds(1));
        assertThat(bench.count(borrower, FACTS)).isEqualTo(2);
        clock.setTo(end(waiting));
        assertThat(bench.count(borrower, FACTS)).isZero();
    }

    @Test
    void what_is_personal_is_for_custodians_and_whom_they_name() throws Exception {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), """
                update dossier.fact f set sensitivity = 4
                where word = 'late' and account_id = %d""".formatted(archive.card("L1").id()));
        String late = FACTS + " where word = 'late' and account_id = "
                + archive.card("L1").id();
        User borrower = borrower("p7");
        bench.decide(custodian, bench.ask(borrower, "L1", 1, "transaction"), "granted");
        assertThat(bench.count(cast.director(), late)).isZero();
        assertThat(bench.count(borrower, late)).isZero();
        assertThat(bench.count(custodian, late)).isEqualTo(1);
        assertThat(bench.count(deputy, late)).isEqualTo(1);

        User further = borrower("p8");
        bench.decide(custodian, bench.ask(further, "L1", 1, "transaction", "personal"), "granted");
        assertThat(bench.count(further, late)).isEqualTo(1);

        User member = borrower("p9");
        String name = "select dossier.name_member(%d, %d, %b, 'bao')";
        bench.query(custodian, name.formatted(archive.card("L1").id(), member.id(), true));
        assertThat(bench.count(member, late)).isEqualTo(1);
        bench.query(custodian, name.formatted(archive.card("L1").id(), member.id(), false));
        assertThat(bench.count(member, late)).isZero();
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                update dossier.fact f set sensitivity = 3 where word = 'late'""");
    }

    @Test
    void a_loan_that_is_called_back_takes_along_what_is_renewed_at_the_same_moment() throws Exception {
        User borrower = borrower("pa");
        Loan first = bench.ask(borrower, "L1", 2, "transaction");
        bench.decide(custodian, first, "granted");
        Loan renewal = bench.renew(borrower, bench.as(borrower, first), 5);
        clock.advance(Duration.ofMinutes(1));
        try (Rival deputyOfAll = Rival.open();
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            deputyOfAll.run("update approvals.request set status = 'granted', ended_at = identity.clock()"
                    + " where kind = 'borrowing' and subject = '" + renewal.id() + "'");
            deputyOfAll.run("select dossier.open_loan(" + renewal.id() + ", 'dai')");
            Future<?> recall = others.submit(() -> {
                bench.query(custodian, "select dossier.close_loan(" + first.id() + ", 'over', 'bao')");
                return true;
            });
            assertThat(deputyOfAll.isWaitedFor(recall)).isTrue();
            deputyOfAll.commit();
            recall.get();
        }
        assertThat(bench.as(borrower, renewal).state()).isEqualTo("recalled");
        assertThat(bench.count(borrower, FACTS)).isZero();
    }
}
