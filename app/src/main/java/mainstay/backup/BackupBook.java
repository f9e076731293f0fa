package mainstay.backup;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What is written down about backups.
@Repository
@Transactional
class BackupBook {

    private static final int LISTED = 100;
    private static final String COLUMNS =
            "select id, night, began_at, ended_at, place, bytes, row_count, problem, detail, removed_at from backup.run ";

    /// Of a backup: of its file, and the rows in it.
    record Size(long bytes, long rows) {}

    private final JdbcClient database;
    private final Clock clock;

    BackupBook(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param problem why there is none, or null
    public void note(
            @Nullable LocalDate night, Instant began, Path place, @Nullable Size size, @Nullable Problem problem) {
        Object[] arguments = problem == null ? new Object[0] : problem.arguments();
        database.sql("""
                        insert into backup.run (night, began_at, ended_at, place, bytes, row_count, problem, detail)
                        values (:night, :began, :ended, :place, cast(:bytes as bigint), cast(:rows as bigint),
                                cast(:problem as text), cast(:detail as text))
                        """)
                .param("night", night)
                .param("began", Sql.timestamp(began))
                .param("ended", Sql.timestamp(clock.instant()))
                .param("place", place.toString())
                .param("bytes", size == null ? null : size.bytes())
                .param("rows", size == null ? null : size.rows())
                .param("problem", problem == null ? null : problem.messageKey())
                .param("detail", arguments.length > 1 ? String.valueOf(arguments[1]) : null)
                .update();
    }

    public void noteRemoved(List<Path> places) {
        for (Path place : places) {
            database.sql("update backup.run set removed_at = :now where place = :place and removed_at is null")
                    .param("now", Sql.timestamp(clock.instant()))
                    .param("place", place.toString())
                    .update();
        }
    }

    @Transactional(readOnly = true)
    public List<BackupRun> newest() {
        return runs("order by ended_at desc, id desc limit " + LISTED);
    }

    @Transactional(readOnly = true)
    public Optional<BackupRun> last() {
        return runs("order by ended_at desc, id desc limit 1").stream().findFirst();
    }

    @Transactional(readOnly = true)
    public Optional<BackupRun> lastGood() {
        return runs("where problem is null order by ended_at desc, id desc limit 1").stream()
                .findFirst();
    }

    /// Tries of a night, the latest first.
    @Transactional(readOnly = true)
    public List<BackupRun> of(LocalDate night) {
        return database.sql(COLUMNS + "where night = :night order by ended_at desc, id desc")
                .param("night", night)
                .query((row, number) -> run(row))
                .list();
    }

    /// Since when there should be one.
    @Transactional(readOnly = true)
    public Instant since() {
        return database.sql("select since from backup.watch")
                .query((row, number) -> Objects.requireNonNull(Sql.instant(row, "since")))
                .single();
    }

    private List<BackupRun> runs(String which) {
        return database.sql(COLUMNS + which).query((row, number) -> run(row)).list();
    }

    private static BackupRun run(ResultSet row) throws SQLException {
        return new BackupRun(
                row.getLong("id"),
                Sql.date(row, "night"),
                Objects.requireNonNull(Sql.instant(row, "began_at")),
                Objects.requireNonNull(Sql.instant(row, "ended_at")),
                row.getString("place"),
                Sql.number(row, "bytes"),
                Sql.number(row, "row_count"),
                row.getString("problem"),
                row.getString("detail"),
                Sql.instant(row, "removed_at"));
    }
}
