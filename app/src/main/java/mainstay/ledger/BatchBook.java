package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads the book of imports for people.
@Repository
@Transactional(readOnly = true)
class BatchBook {

    private final JdbcClient database;

    BatchBook(JdbcClient database) {
        this.database = database;
    }

    public BatchList page(@Nullable Long before) {
        List<BatchLine> lines = database.sql("""
                        select id, kind, status, file_name, by_user, started_at, rows, accepted, rejected, known,
                               unattributed, amount, data_from, data_to
                        from ledger.batch where id < :before order by id desc limit :most
                        """)
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", BatchList.SIZE + 1)
                .query((row, number) -> line(row))
                .list();
        return BatchList.of(lines, before == null);
    }

    public Optional<BatchState> find(long id) {
        return database.sql("""
                        select id, kind, status, file_name, by_user, started_at, rows, accepted, rejected, known,
                               unattributed, amount, data_from, data_to, share_read, rows_per_second, cancel_wanted,
                               same_as, replaces, profile, rehearses, wish,
                               exists (select 1 from ledger.row_problem p
                                       where p.batch_id = b.id and p.place = 0) as placeless
                        from ledger.batch b where b.id = :id
                        """)
                .param("id", id)
                .query((row, number) -> state(row))
                .optional();
    }

    /// Notes that a batch brought bad rows of another one anew.
    @Transactional
    public void correct(long batch, long corrected) {
        database.sql("update ledger.batch set corrects = :batch where id = :corrected")
                .param("batch", batch)
                .param("corrected", corrected)
                .update();
    }

    private static BatchState state(ResultSet row) throws SQLException {
        BatchLine line = line(row);
        return new BatchState(
                line,
                row.getObject("share_read", Float.class),
                row.getObject("rows_per_second", Float.class),
                row.getBoolean("cancel_wanted"),
                Sql.number(row, "same_as"),
                Sql.number(row, "replaces"),
                row.getString("profile"),
                row.getBoolean("placeless"),
                row.getBoolean("rehearses"),
                ImportChoices.fromJson(row.getString("wish")).ofKind(line.kind()));
    }

    private static BatchLine line(ResultSet row) throws SQLException {
        return new BatchLine(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("status"),
                row.getString("file_name"),
                row.getString("by_user"),
                Objects.requireNonNull(Sql.instant(row, "started_at")),
                row.getLong("rows"),
                row.getLong("accepted"),
                row.getLong("rejected"),
                row.getLong("known"),
                row.getLong("unattributed"),
                Sql.number(row, "amount"),
                Sql.date(row, "data_from"),
                Sql.date(row, "data_to"));
    }
}
