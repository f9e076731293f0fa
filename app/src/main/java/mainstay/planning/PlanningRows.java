package mainstay.planning;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import mainstay.identity.Acting;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Rows of planning, written by the names of their columns. Tables and columns are named by the code, never by who
/// writes.
@Service
@Transactional
public class PlanningRows {

    private final JdbcClient database;
    private final Clock clock;

    PlanningRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Nobody else writes the row until the transaction ends.
    public void hold(String table, long id) {
        database.sql("select id from planning." + table + " where id = :id for no key update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /// What came of a form that was sent before. Whoever sends the same one meanwhile waits until the transaction ends.
    @Transactional(readOnly = true)
    public Optional<Long> bySubmission(String table, UUID submission) {
        database.sql("select pg_advisory_xact_lock(hashtext('planning.submission'), hashtext(:submission))::text")
                .param("submission", submission.toString())
                .query()
                .singleRow();
        return database.sql("select id from planning." + table + " where submission = :submission")
                .param("submission", submission)
                .query(Long.class)
                .optional();
    }

    /// @return the number of the new row
    public long add(String table, Map<String, @Nullable Object> columns) {
        String names = String.join(", ", columns.keySet());
        String values = columns.keySet().stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        return database.sql("insert into planning." + table + " (" + names + ") values (" + values + ") returning id")
                .params(columns)
                .query(Long.class)
                .single();
    }

    /// The same with who wrote it and when.
    public long addSigned(String table, Map<String, @Nullable Object> columns) {
        return add(table, signed(columns));
    }

    /// Counts the version on, and says who changed it and when.
    public void change(String table, long id, Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> signed = signed(columns);
        String sets =
                signed.keySet().stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "));
        database.sql("update planning." + table + " set version = version + 1, " + sets + " where id = :id")
                .param("id", id)
                .params(signed)
                .update();
    }

    private Map<String, @Nullable Object> signed(Map<String, @Nullable Object> columns) {
        Map<String, @Nullable Object> signed = new LinkedHashMap<>(columns);
        signed.put("changed_by", Acting.actor().name());
        signed.put("changed_at", Sql.timestamp(clock.instant()));
        return signed;
    }
}
