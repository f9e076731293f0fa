package mainstay.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What is written down about the watched folder.
@Repository
@Transactional
class InboxBook {

    private static final int LISTED = 100;

    /// A folder is expected to have a file where this many nights before each had one.
    private static final int HABIT = 3;

    private final JdbcClient database;
    private final Clock clock;

    InboxBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Begins a look that somebody asked for.
    public long begin() {
        return begin(null).orElseThrow();
    }

    /// Begins the look of a night, or goes on with one that broke off; nothing where it was done.
    public Optional<Long> begin(@Nullable LocalDate night) {
        return database.sql("""
                        insert into ledger.inbox_run as r (night, by_user, started_at) values (:night, :user, :now)
                        on conflict (night) do update set started_at = excluded.started_at
                        where r.ended_at is null
                        returning r.id
                        """)
                .param("night", night)
                .param("user", Acting.actor().name())
                .param("now", Sql.timestamp(clock.instant()))
                .query(Long.class)
                .optional();
    }

    /// A file that is still there as it was at the last look has no second row.
    public void note(long run, Inbox.Handled file, @Nullable Long batch) {
        if (!file.outcome().stays() || write(run, file, batch, """
                        update ledger.inbox_file f set run_id = :run, batch_id = cast(:batch as bigint)
                        where f.id = (select max(l.id) from ledger.inbox_file l
                                      where l.folder = :folder and l.file_name = :file)
                          and f.outcome = :outcome and f.reason is not distinct from cast(:reason as text)
                        """) == 0) {
            write(run, file, batch, """
                        insert into ledger.inbox_file (run_id, folder, file_name, outcome, reason, batch_id)
                        values (:run, :folder, :file, :outcome, cast(:reason as text), cast(:batch as bigint))
                        """);
        }
    }

    private int write(long run, Inbox.Handled file, @Nullable Long batch, String sql) {
        return database.sql(sql)
                .param("run", run)
                .param("folder", file.folder())
                .param("file", file.file())
                .param("outcome", file.outcome().word())
                .param("reason", file.reason())
                .param("batch", batch)
                .update();
    }

    public void end(long run) {
        database.sql("update ledger.inbox_run set ended_at = :now where id = :run")
                .param("run", run)
                .param("now", Sql.timestamp(clock.instant()))
                .update();
    }

    /// Folders that had a file on each of the nights before this one, and none since the last of them.
    public List<String> missing(long run) {
        return database.sql("""
                        with nights as (
                            select r.id, row_number() over (order by r.night desc) as back
                            from ledger.inbox_run r
                            where r.night < (select t.night from ledger.inbox_run t where t.id = :run)
                            order by r.night desc limit :habit),
                        usual as (
                            select f.folder from nights n join ledger.inbox_file f on f.run_id = n.id
                            where f.outcome in ('done', 'known', 'refused')
                            group by f.folder having count(distinct n.id) = :habit)
                        select u.folder from usual u
                        where not exists (
                            select 1 from ledger.inbox_file f
                            where f.folder = u.folder and f.run_id > (select n.id from nights n where n.back = 1)
                              and f.outcome <> 'missing')
                        order by u.folder
                        """)
                .param("run", run)
                .param("habit", HABIT)
                .query((row, number) -> Objects.requireNonNull(row.getString("folder")))
                .list();
    }

    @Transactional(readOnly = true)
    public List<InboxEntry> newest() {
        return entries("order by f.run_id desc, f.id desc limit " + LISTED);
    }

    /// What the latest look came upon.
    @Transactional(readOnly = true)
    public List<InboxEntry> latest() {
        return entries("where f.run_id = (select max(r.id) from ledger.inbox_run r) order by f.id");
    }

    @Transactional(readOnly = true)
    public Optional<Instant> lastLook() {
        return database.sql("select max(coalesce(ended_at, started_at)) as at from ledger.inbox_run")
                .query((row, number) -> Optional.ofNullable(Sql.instant(row, "at")))
                .single();
    }

    private List<InboxEntry> entries(String which) {
        return database.sql("""
                        select f.id, r.night, r.started_at, f.folder, f.file_name, f.outcome, f.reason, f.batch_id
                        from ledger.inbox_file f join ledger.inbox_run r on r.id = f.run_id
                        """ + which)
                .query((row, number) -> new InboxEntry(
                        row.getLong("id"),
                        Sql.date(row, "night"),
                        Objects.requireNonNull(Sql.instant(row, "started_at")),
                        row.getString("folder"),
                        row.getString("file_name"),
                        InboxOutcome.of(row.getString("outcome")),
                        row.getString("reason"),
                        Sql.number(row, "batch_id")))
                .list();
    }
}
