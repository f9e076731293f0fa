package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import mainstay.identity.Acting;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// What the application's own role sees of facts with plain SQL, past every line of Java.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactPolicyTests {

    private static final String COUNT = "select count(*) from dossier.fact";

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    JdbcClient database;

    @Autowired
    StandingClock clock;

    @Autowired
    StaleFacts stale;

    @Autowired
    Fields fields;

    private final TransactionTemplate transactions;

    @Autowired
    FactPolicyTests(PlatformTransactionManager manager) {
        this.transactions = new TransactionTemplate(manager);
    }

    /// A card fact, a business one and full ones of two parts, all of them old.
    @BeforeAll
    void facts() {
        archive.accounts("P1", "P2");
        archive.write("P1", "telephone", "021", "2020-01-01");
        archive.write("P1", "policy", "strict", "2020-01-01");
        archive.write("P1", "problems", "late", "2020-01-01");
        archive.write("P1", "attitude", "warm", "2020-01-01");
        archive.write("P2", "problems", "none", "2020-01-01");
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private long ask(Actor actor, String sql) {
        return Acting.as(
                actor, () -> within(() -> database.sql(sql).query(Long.class).single()));
    }

    private <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(status -> work.get()));
    }

    private long ask(User user, String sql) {
        return ask(Actor.of(user), sql);
    }

    @Test
    void without_anybody_there_are_no_rows() {
        Actor nobody = new Actor(null, "nobody", null, Level.NONE);
        assertThat(ask(nobody, COUNT)).isZero();
        assertThat(ask(nobody, "select count(*) from dossier.pub_fact")).isZero();
        assertThat(ask(nobody, "select count(*) from dossier.field")).isZero();
    }

    @Test
    void each_level_sees_its_own_and_those_below() {
        assertThat(ask(cast.viewer(), COUNT)).isEqualTo(1);
        assertThat(ask(cast.agent(), COUNT)).isEqualTo(1);
        assertThat(ask(cast.controller(), COUNT)).isEqualTo(2);
        assertThat(ask(cast.administrator(), COUNT)).isEqualTo(2);
        assertThat(ask(cast.director(), COUNT)).isEqualTo(5);
        assertThat(ask(cast.keyAccountManager(), COUNT)).isZero();
    }

    @Test
    void a_loan_opens_its_part_and_its_time_and_nothing_else() {
        User borrower = cast.another("bo", "薄客服", Role.KAM);
        archive.lend("P1", borrower, Level.FULL, "{transaction}", "2026-11-17 00:00+00", "2026-11-18 00:00+00");
        String seen = "select count(*) from dossier.fact where word = 'late'";

        assertThat(ask(borrower, COUNT)).isZero();
        clock.setTo(Instant.parse("2026-11-17T00:00:00Z"));
        assertThat(ask(borrower, COUNT)).isEqualTo(1);
        assertThat(ask(borrower, seen)).isEqualTo(1);
        assertThat(ask(borrower, "select count(*) from accounts.account")).isZero();
        assertThat(ask(borrower, "select count(*) from ledger.pub_sales_line")).isZero();
        assertThat(ask(
                        borrower,
                        "select coalesce(accounts.pub_level(%d), 0)"
                                .formatted(archive.card("P1").id())))
                .isZero();
        assertThat(ask(borrower, "select count(*) from identity.pub_own_grant")).isZero();
        clock.setTo(Instant.parse("2026-11-17T23:59:59Z"));
        assertThat(ask(borrower, seen)).isEqualTo(1);
        clock.setTo(Instant.parse("2026-11-18T00:00:00Z"));
        assertThat(ask(borrower, COUNT)).isZero();
    }

    @Test
    void a_loan_lets_nobody_write() {
        User borrower = cast.another("bi", "毕客服", Role.KAM);
        archive.lend("P1", borrower, Level.FULL, "{transaction}", "2026-01-01 00:00+00", "2027-01-01 00:00+00");
        assertThat(ask(borrower, COUNT)).isEqualTo(1);

        assertThatThrownBy(() -> insert(borrower, "P1", "counterMeasures")).isInstanceOf(DataAccessException.class);
        assertThat(change(borrower)).isZero();
    }

    private int insert(User user, String code, String field) {
        long account = archive.card(code).id();
        return cast.as(
                user,
                () -> within(() -> database.sql("""
                        insert into dossier.fact (account_id, field_id, word, source, observed_on, confidence, recorded_by, recorded_at)
                        select :account, id, 'forced', 'story', date '2026-01-01', 'assumed', 'story', now() from dossier.field
                        where code = :field
                        """)
                        .param("account", account)
                        .param("field", field)
                        .update()));
    }

    private int change(User user) {
        return cast.as(user, () -> within(() -> database.sql("""
                        update dossier.fact set retired_at = now(), retired_by = 'story', retired_because = 'story'
                        """).update()));
    }

    @Test
    void nobody_writes_above_the_own_level_nor_of_a_card_alone() {
        assertThatThrownBy(() -> insert(cast.viewer(), "P2", "telephone")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> insert(cast.controller(), "P2", "attitude")).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> insert(cast.keyAccountManager(), "P2", "telephone"))
                .isInstanceOf(DataAccessException.class);
        assertThat(change(cast.viewer())).isZero();
    }

    @Test
    void what_is_written_is_never_written_over() {
        for (String change : List.of(
                "update dossier.fact set word = 'other'",
                "update dossier.fact set sensitivity = 1",
                "update dossier.fact set current = true",
                "delete from dossier.fact",
                "update dossier.field set part = 'basic'")) {
            assertThatThrownBy(() -> cast.as(
                            cast.director(),
                            () -> within(() -> database.sql(change).update())))
                    .as(change)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void who_does_not_read_a_field_does_not_open_it() {
        String open = "update dossier.field set sensitivity = 2 where code = 'attitude'";
        assertThatThrownBy(() -> cast.as(
                        cast.administrator(),
                        () -> within(() -> database.sql(open).update())))
                .hasStackTraceContaining("open the values");
    }

    @Test
    void boards_and_their_counts_tell_each_reader_only_of_what_is_seen() {
        StaleFilter all = new StaleFilter(null, null, null, null);
        assertThat(cast.as(cast.viewer(), () -> stale.board(all)))
                .returns(1L, StaleBoard::accounts)
                .returns(1L, StaleBoard::facts);
        assertThat(cast.as(cast.controller(), () -> stale.board(all)))
                .returns(1L, StaleBoard::accounts)
                .returns(2L, StaleBoard::facts);
        assertThat(cast.as(cast.director(), () -> stale.board(all)))
                .returns(2L, StaleBoard::accounts)
                .returns(5L, StaleBoard::facts);
        assertThat(cast.as(cast.keyAccountManager(), () -> stale.board(all)))
                .returns(0L, StaleBoard::accounts)
                .returns(false, StaleBoard::used);
    }

    @Test
    void a_field_that_becomes_more_confidential_takes_its_values_along() {
        Field field = cast.as(cast.director(), () -> fields.byCode("policy").orElseThrow());
        FieldForm.Wish open = FieldForm.of(field).wish(field);
        FieldForm.Wish closed = new FieldForm.Wish(
                open.name(),
                open.part(),
                open.kind(),
                open.unit(),
                open.choices(),
                open.halfLife(),
                open.weight(),
                Level.FULL,
                open.categories(),
                open.leastStars());
        cast.as(cast.director(), () -> fields.change("policy", field.revision(), closed));

        assertThat(ask(cast.controller(), COUNT)).isEqualTo(1);
        cast.as(cast.director(), () -> fields.change("policy", field.revision() + 1, open));
        assertThat(ask(cast.controller(), COUNT)).isEqualTo(2);
    }

    @Test
    void who_raises_a_field_waits_for_whoever_writes_of_it() throws Exception {
        String raise = "update dossier.field set sensitivity = 4 where code = 'strengths'";
        try (Rival writer = Rival.open();
                Rival raiser = Rival.open();
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            writer.run("""
                    insert into dossier.fact (account_id, field_id, word, source, observed_on, confidence, recorded_by, recorded_at)
                    select %d, id, 'written meanwhile', 'story', date '2026-01-01', 'assumed', 'story', now() from dossier.field
                    where code = 'strengths'
                    """.formatted(archive.card("P2").id()));
            Future<?> raising = others.submit(() -> {
                raiser.run(raise);
                raiser.commit();
                return true;
            });
            assertThat(writer.isWaitedFor(raising)).isTrue();
            writer.commit();
            raising.get();
            assertThat(writer.number("select sensitivity from dossier.fact where word = 'written meanwhile'"))
                    .isEqualTo(4);
        } finally {
            TestServer.executeAt(StoryDatabase.ownerUrl(), "delete from dossier.fact where word = 'written meanwhile'");
        }
    }
}
