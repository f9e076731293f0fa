package mainstay.rating.design;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mainstay.rating.design.Trial.Named;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// Trials under way and their results; one for each draft.
@Repository
class Trials {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    Trials(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// Begins a trial, unless one is under way that has given a sign of life lately.
    boolean begin(int version, long edits, int steps, String by, Instant now, Instant lately) {
        return jdbc.sql("""
                insert into rating.trial as t (version, edits, status, done, steps, started_by, started_at, beat_at)
                values (:version, :edits, 'running', 0, :steps, :by, :now, :now)
                on conflict (version) do update
                set edits = excluded.edits, status = 'running', done = 0, steps = excluded.steps,
                    started_by = excluded.started_by, started_at = excluded.started_at, beat_at = excluded.beat_at, result = null
                where t.status <> 'running' or t.beat_at < :lately
                """)
                        .param("version", version)
                        .param("edits", edits)
                        .param("steps", steps)
                        .param("by", by)
                        .param("now", Sql.timestamp(now))
                        .param("lately", Sql.timestamp(lately))
                        .update()
                > 0;
    }

    void advance(int version, int done, Instant now) {
        jdbc.sql("update rating.trial set done = :done, beat_at = :now where version = :version and status = 'running'")
                .param("done", done)
                .param("now", Sql.timestamp(now))
                .param("version", version)
                .update();
    }

    /// @param begun when it began: a result that comes after another trial has begun is late
    void finish(int version, Instant begun, @Nullable TrialResult result, Instant now) {
        jdbc.sql("""
                update rating.trial
                set status = :status, result = cast(:result as jsonb), beat_at = :now,
                    done = case when :status = 'done' then steps else done end
                where version = :version and started_at = :begun
                """)
                .param("begun", Sql.timestamp(begun))
                .param("status", result == null ? "failed" : "done")
                .param("result", result == null ? null : json.writeValueAsString(result))
                .param("now", Sql.timestamp(now))
                .param("version", version)
                .update();
    }

    Optional<TrialState> of(int version) {
        return jdbc.sql("""
                select edits, status, done, steps, started_by, started_at, beat_at, result from rating.trial
                where version = :version
                """)
                .param("version", version)
                .query((row, number) -> {
                    String result = row.getString("result");
                    return new TrialState(
                            row.getLong("edits"),
                            row.getString("status"),
                            row.getInt("done"),
                            row.getInt("steps"),
                            row.getString("started_by"),
                            Objects.requireNonNull(Sql.instant(row, "started_at")),
                            Objects.requireNonNull(Sql.instant(row, "beat_at")),
                            result == null ? null : json.readValue(result, TrialResult.class));
                })
                .optional();
    }

    void forget(int version) {
        jdbc.sql("delete from rating.trial where version = :version")
                .param("version", version)
                .update();
    }

    /// Accounts that the firm looks after as key accounts by approval, each with those under its control as one.
    Set<Long> appointed(LocalDate asOf) {
        Set<Long> appointed = new HashSet<>();
        jdbc.sql("""
                select coalesce(g.root_id, p.account_id) as account_id from rating.pub_appointment p
                left join accounts.pub_group(:asOf) g on g.account_id = p.account_id
                """).param("asOf", asOf).query(row -> {
            appointed.add(row.getLong("account_id"));
        });
        return appointed;
    }

    Map<Long, Named> names() {
        Map<Long, Named> names = new HashMap<>();
        jdbc.sql("select id, code, name from accounts.pub_account").query(row -> {
            names.put(row.getLong("id"), new Named(row.getString("code"), row.getString("name")));
        });
        return names;
    }
}
