package mainstay.dossier.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainstay.dossier.Archive;
import mainstay.dossier.Look;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.shared.Problem;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import picocli.CommandLine;

/// Whoever tampers with the read log, be it the owner of the database, is found.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditTests {

    private static final int ROWS = 12;

    @Autowired
    Audit audit;

    @Autowired
    AuditCommand command;

    @Autowired
    Looks looks;

    @Autowired
    Seals seals;

    @Autowired
    Archive archive;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    private long account;

    /// Twelve looks, of all kinds of values, sealed.
    @BeforeEach
    void a_sealed_log() {
        clock.reset();
        asOwner("truncate dossier.look, dossier.seal restart identity");
        if (account == 0) {
            archive.accounts("V1");
            account = archive.card("V1").id();
        }
        look(ROWS);
        Acting.run(Actor.itself(), seals::sealAll);
    }

    private void look(int times) {
        for (int i = 0; i < times; i++) {
            String detail = i % 3 == 0 ? null : i % 3 == 1 ? "客户;:😀" : "2026-11-0" + i % 10;
            List<String> parts = i % 2 == 0 ? List.of("basic", "business") : List.of("transaction");
            Look look = new Look(account, "page", parts, i % 5 == 0 ? Level.PERSONAL : Level.FULL, detail);
            if (i % 4 == 0) {
                Acting.asOperator(() -> {
                    looks.note(List.of(look));
                    return null;
                });
            } else {
                cast.as(cast.director(), () -> {
                    looks.note(List.of(look));
                    return 0;
                });
            }
        }
    }

    private static void asOwner(String sql) {
        TestServer.executeAt(StoryDatabase.ownerUrl(), sql);
    }

    private Verdict verdict() {
        return Acting.asOperator(() -> audit.verify());
    }

    private String broken() {
        return verdict() instanceof Verdict.Broken broken
                ? broken.place().key() + " " + broken.place().arguments()
                : verdict().toString();
    }

    @Test
    void what_nobody_touched_is_whole() {
        assertThat(verdict()).isInstanceOfSatisfying(Verdict.Whole.class, whole -> {
            assertThat(whole.looks()).isEqualTo(ROWS);
            assertThat(whole.hash()).hasSize(64);
        });
        assertThat(run()).isZero();
    }

    private int run() {
        return Acting.asOperator(() -> new CommandLine(command).execute("verify"));
    }

    @Test
    void a_changed_row_is_found_whatever_was_changed() {
        for (String change : List.of(
                "actor = 'nobody'",
                "at = at - interval '1 microsecond'",
                "level = 7 - level",
                "parts = '{basic}'",
                "detail = 'x'",
                "user_id = 77",
                "loan_id = 1",
                "account_id = account_id + 1")) {
            a_sealed_log();
            asOwner("update dossier.look set " + change + " where id = 6");
            assertThat(broken()).as(change).isEqualTo("audit.changed [6, 6]");
        }
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void a_removed_row_is_found_with_and_without_its_seal() {
        asOwner("delete from dossier.look where id = 4");
        assertThat(broken()).isEqualTo("audit.removed [4, 4]");
        asOwner("delete from dossier.seal where look_id = 4");
        assertThat(broken()).isEqualTo("audit.missingSeal [4]");
        asOwner("alter table dossier.seal drop constraint seal_pkey");
        asOwner("update dossier.seal set n = n - 1 where n > 4");
        asOwner("alter table dossier.seal add primary key (n)");
        assertThat(broken()).isEqualTo("audit.unjoined [4]");
    }

    @Test
    void an_inserted_row_is_found() {
        asOwner("""
                insert into dossier.look (at, user_id, actor, account_id, what, parts, level)
                select min(at) - interval '3 days', 1, 'wang', min(account_id), 'page', '{basic}', 3 from dossier.look""");
        assertThat(broken()).isEqualTo("audit.neverSealed [13]");
        Acting.run(Actor.itself(), seals::sealAll);
        assertThat(broken()).isEqualTo("audit.backdated [13, 13]");
    }

    @Test
    void exchanged_rows_are_found() {
        asOwner("update dossier.seal set look_id = -look_id where look_id in (7, 8)");
        asOwner("update dossier.seal set look_id = 15 + look_id where look_id in (-7, -8)");
        assertThat(broken()).isEqualTo("audit.changed [7, 8]");
    }

    @Test
    void two_that_seal_at_once_make_one_chain() throws Exception {
        look(60);
        Callable<Integer> node = () -> {
            Acting.run(Actor.itself(), seals::sealAll);
            return 0;
        };
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            for (Future<Integer> done : nodes.invokeAll(List.of(node, node, node))) {
                assertThat(done.get()).isZero();
            }
        }
        assertThat(verdict())
                .isInstanceOfSatisfying(
                        Verdict.Whole.class, whole -> assertThat(whole.looks()).isEqualTo(ROWS + 60L));
    }

    @Test
    void only_who_reads_all_of_it_verifies() {
        assertThatThrownBy(() -> cast.as(cast.controller(), () -> audit.verify()))
                .isInstanceOf(Problem.Forbidden.class);
        assertThat(cast.as(cast.administrator(), () -> audit.verify())).isInstanceOf(Verdict.Whole.class);
    }
}
