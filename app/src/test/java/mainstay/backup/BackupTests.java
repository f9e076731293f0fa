package mainstay.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import mainstay.ledger.ImportDesk;
import mainstay.postgres.DatabaseAccess;
import mainstay.shared.Problem;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/// A backup is one moment of everything, and a restore is that moment again.
@Story
class BackupTests {

    private static final String RESTORED = "restored_" + ProcessHandle.current().pid();

    /// A table that is in no backup is named here with the reason; who adds one without thinking of it fails here.
    private static final List<String> IN_NO_BACKUP = List.of(
            "dossier.fact_draft",
            "relationships.draft",
            "identity.session",
            "identity.session_attributes",
            "identity.sign_in_attempt",
            "ledger.draft",
            "ledger.verdict");

    private static boolean filled;

    @Autowired
    Backups backups;

    @Autowired
    ImportDesk desk;

    @Autowired
    Cast cast;

    @TempDir
    Path directory;

    @BeforeEach
    void a_firm_with_a_small_ledger() throws IOException {
        if (!filled) {
            filled = true;
            BackupBench.aSmallLedger(desk);
            cast.director();
        }
    }

    @AfterAll
    static void clean() {
        TestServer.shared().drop(RESTORED);
    }

    private static void restore(Path file, String url) {
        try (BackupFile backup = BackupFile.open(file)) {
            Restoration restoration = new Restoration(backup, Clock.systemUTC());
            restoration.requireReadable();
            restoration.into(url);
        }
    }

    @Test
    void every_table_is_in_it_but_those_that_are_named() {
        Path file = directory.resolve("whole.zip");
        Manifest manifest = backups.make(file);
        List<String> all = BackupBench.rows(StoryDatabase.ownerUrl(), """
                select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'm') and not c.relispartition
                  and n.nspname not in ('pg_catalog', 'information_schema', 'staging', 'public')
                  and n.nspname !~ '^pg_' order by 1
                """);

        List<String> kept = manifest.tables().stream()
                .map(table -> table.table().toString())
                .toList();
        assertThat(Stream.concat(kept.stream(), IN_NO_BACKUP.stream())).containsExactlyInAnyOrderElementsOf(all);
        assertThat(manifest.rows()).isPositive();
    }

    @Test
    void only_its_owner_reads_it_and_nothing_is_left_beside_it() throws IOException {
        Path file = directory.resolve("mine.zip");
        backups.make(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Stream<Path> inside = Files.list(directory)) {
            assertThat(inside).containsExactly(file);
        }
    }

    @Test
    void the_restored_database_is_the_same_in_rows_rules_and_numbers() throws Exception {
        Path file = directory.resolve("same.zip");
        backups.make(file);
        String url = BackupBench.emptyDatabase(RESTORED);

        restore(file, url);

        Manifest before = BackupBench.contents(StoryDatabase.ownerUrl());
        Manifest after = BackupBench.contents(url);
        assertThat(after.tables())
                .filteredOn(table -> !table.name().equals("access_token")) // all are revoked
                .containsExactlyElementsOf(before.tables().stream()
                        .filter(table -> !table.name().equals("access_token"))
                        .toList());
        assertThat(after.counters()).isEqualTo(before.counters());
        assertThat(after.migrations()).containsExactlyInAnyOrderElementsOf(before.migrations());
        assertThat(form(url)).isEqualTo(form(StoryDatabase.ownerUrl()));
        assertThat(after.tables())
                .filteredOn(table -> table.name().equals("sales_line"))
                .singleElement()
                .satisfies(lines -> {
                    assertThat(lines.rows()).isEqualTo(4);
                    assertThat(lines.months()).hasSize(3);
                });
    }

    /// Policies, grants, constraints, indexes, triggers and functions. An index of a month bears a name of the
    /// import that brought the month, which means nothing.
    private static List<String> form(String url) {
        return BackupBench.rows(url, """
                select 'policy ' || p::text from pg_policies p
                union all
                select 'table ' || c.oid::regclass || ' ' || c.relrowsecurity || c.relkind::text || c.relispartition
                       || coalesce((select string_agg(a::text, ',' order by a::text) from unnest(coalesce(c.relacl, acldefault((case c.relkind when 'S' then 's' else 'r' end)::"char", c.relowner))) a), '')
                from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind in ('r', 'p', 'v', 'S') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                union all
                select 'constraint ' || k.conrelid::regclass || ' ' || k.conname || ' ' || pg_get_constraintdef(k.oid)
                       || k.convalidated
                from pg_constraint k join pg_namespace n on n.oid = k.connamespace
                where k.conrelid <> 0 and k.conparentid = 0 and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
                union all
                select 'index ' || regexp_replace(indexdef, 'INDEX \\S+ ON', 'INDEX ON') from pg_indexes where schemaname !~ '^pg_'
                union all
                select 'trigger ' || t.tgrelid::regclass || ' ' || t.tgname || t.tgenabled::text
                from pg_trigger t where not t.tgisinternal
                union all
                select 'function ' || p.oid::regprocedure || md5(p.prosrc) || p.prosecdef
                       || coalesce((select string_agg(a::text, ',' order by a::text) from unnest(p.proacl) a), '')
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public')
                order by 1
                """);
    }

    @Test
    void policies_hold_and_numbers_go_on_after_a_restore() throws Exception {
        Path file = directory.resolve("goes-on.zip");
        String token = cast.token(cast.director());
        backups.make(file);
        assertThat(token).isNotEmpty();
        String url = BackupBench.emptyDatabase(RESTORED);
        restore(file, url);
        DatabaseAccess access = DatabaseAccess.at(url);

        try (Connection application = DriverManager.getConnection(
                        url.replaceFirst("\\?.*", ""),
                        access.application().user(),
                        access.application().password());
                Statement statement = application.createStatement();
                var nothing = statement.executeQuery("select count(*) from ledger.pub_sales_line")) {
            nothing.next();
            assertThat(nothing.getLong(1)).isZero();
        }
        assertThat(BackupBench.number(url, "select count(*) from identity.access_token where revoked_at is null"))
                .isZero();
        assertThat(BackupBench.number(url, "select count(*) from identity.access_token"))
                .isPositive();
        long last = BackupBench.number(url, "select max(id) from identity.users");
        TestServer.executeAt(
                url,
                "insert into identity.users (name, full_name, role, password_hash, created_at, credentials_changed_at)"
                        + " select 'new.one', 'New One', role, password_hash, now(), now() from identity.users limit 1");
        assertThat(BackupBench.number(url, "select max(id) from identity.users"))
                .isGreaterThan(last);
        assertThatThrownBy(() -> TestServer.executeAt(
                        url,
                        "insert into ledger.product_row (product_id, batch_id, of_master)" + " values (-1, -1, true)"))
                .hasMessageContaining("foreign key");
    }

    /// Somebody writes two rows in one transaction, again and again, while the backup is taken.
    @Test
    void a_backup_among_writers_is_one_moment() throws Exception {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "create table accounts.a_first (number integer)",
                "create table workbench.z_last (number integer)");
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!enough.get()) {
                writeOnce();
            }
        });
        Path file = directory.resolve("busy.zip");
        try {
            while (BackupBench.number("select count(*) from workbench.z_last") == 0) {
                Thread.sleep(5);
            }
            backups.make(file);
        } finally {
            enough.set(true);
            writer.join();
        }
        writeOnce();

        try (BackupFile backup = BackupFile.open(file)) {
            backup.verify();
            long first = rows(backup, "a_first");
            assertThat(rows(backup, "z_last")).isEqualTo(first).isPositive();
            assertThat(BackupBench.number("select count(*) from workbench.z_last"))
                    .isGreaterThan(first);
        } finally {
            TestServer.executeAt(
                    StoryDatabase.ownerUrl(), "drop table accounts.a_first", "drop table workbench.z_last");
        }
    }

    /// Into a table that is read first and into one that is read last.
    private static void writeOnce() {
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                with one as (insert into accounts.a_first values (1) returning number)
                insert into workbench.z_last select number from one
                """);
    }

    private static long rows(BackupFile backup, String table) {
        return backup.manifest().tables().stream()
                .filter(kept -> kept.name().equals(table))
                .mapToLong(Manifest.Kept::rows)
                .sum();
    }

    @Test
    void a_database_that_holds_something_is_left_alone() {
        Path file = directory.resolve("onto.zip");
        backups.make(file);
        String url = BackupBench.emptyDatabase(RESTORED);
        TestServer.executeAt(url, "create table note (text text)");

        assertThatThrownBy(() -> restore(file, url))
                .isInstanceOf(Problem.Conflict.class)
                .hasMessage("restore.databaseNotEmpty");
        assertThat(BackupBench.number(url, "select count(*) from note")).isZero();
    }

    @Test
    void a_restore_that_broke_off_refuses_work_and_can_be_made_again() {
        Path file = directory.resolve("again.zip");
        backups.make(file);
        String url = BackupBench.emptyDatabase(RESTORED);
        TestServer.executeAt(
                url,
                "create schema mainstay_restore",
                "create schema identity",
                "create table identity.users (half boolean)");

        assertThatThrownBy(() -> DatabaseAccess.at(url)).hasMessageContaining("broke off before its end");
        restore(file, url);
        assertThat(DatabaseAccess.at(url)).isNotNull();
        assertThat(BackupBench.number(url, "select count(*) from identity.users where name = 'wang'"))
                .isEqualTo(1);
    }

    @Test
    void rows_that_arrive_otherwise_than_they_left_are_told_and_nothing_stays() throws Exception {
        Path file = directory.resolve("lossy.zip");
        backups.make(file);
        Path changed = BackupBench.changed(
                file,
                directory.resolve("other.zip"),
                BackupBench.text(
                        "manifest.json",
                        text -> text.replaceFirst("(\"name\" : \"users\"[\\s\\S]*?\"checksum\" : \")....", "$1ffff")));
        String url = BackupBench.emptyDatabase(RESTORED);

        try (BackupFile backup = BackupFile.open(changed)) {
            assertThatThrownBy(() -> new Restoration(backup, Clock.systemUTC()).into(url))
                    .hasMessage("restore.differs");
        }
        assertThat(BackupBench.number(url, "select count(*) from identity.users"))
                .isZero();
        assertThatThrownBy(() -> DatabaseAccess.at(url)).hasMessageContaining("broke off before its end");
    }

    @Test
    void a_file_that_is_there_is_not_written_over() throws IOException {
        Path file = Files.writeString(directory.resolve("there.zip"), "mine");

        assertThatThrownBy(() -> backups.make(file)).hasMessage("backup.exists");
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_place_that_is_none_is_named() {
        assertThatThrownBy(() -> backups.make(directory.resolve("nowhere/b.zip")))
                .hasMessage("backup.noPlace");
    }

    @Test
    void a_full_disk_is_called_one() {
        OutputStream full = new OutputStream() {
            private long written;

            @Override
            public void write(int one) throws IOException {
                write(new byte[1], 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                written += length;
                if (written > 10_000) {
                    throw new IOException("No space left on device");
                }
            }
        };

        assertThatThrownBy(() ->
                        new Snapshot(DatabaseAccess.at(StoryDatabase.ownerUrl()), "story").writeTo(full, Instant.EPOCH))
                .satisfies(failed -> assertThat(Troubles.writing(directory, (Exception) failed))
                        .hasMessage("backup.diskFull"));
    }
}
