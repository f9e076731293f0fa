package mainstay.rating;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the runs rested on, and whose turn it is.
@Repository
class Runs {
    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits for a run that is under way. Where one ended while we waited, what we have read is out of date:
    /// in a repeatable-read transaction the database then refuses.
    void takeTurn() {
        jdbc.sql("update rating.turn set taken = taken + 1").update();
    }

    /// Takes the turn unless somebody has it; one that begins meanwhile is refused by the database and tries
    /// again.
    boolean takesFreeTurn() {
        boolean free = jdbc.sql("select taken from rating.turn for update skip locked")
                .query(Long.class)
                .optional()
                .isPresent();
        if (free) {
            takeTurn();
        }
        return free;
    }

    /// What the last run rated: all accounts.
    Optional<Occasion> last(LocalDate today) {
        return jdbc.sql("select as_of, revision, model_version from rating.run order by id desc limit 1")
                .query((row, number) -> {
                    LocalDate asOf = row.getObject("as_of", LocalDate.class);
                    return new Occasion(
                            false,
                            asOf,
                            today.isAfter(asOf) ? today : asOf,
                            row.getLong("revision"),
                            row.getInt("model_version"));
                })
                .optional();
    }

    /// A run reads everything. Right after an import the planner knows nothing of the new rows yet and would
    /// loop.
    void readInBulk() {
        jdbc.sql("""
                select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true),
                       set_config('work_mem', '256MB', true)
                """).query(row -> {});
    }

    boolean isFirst() {
        return jdbc.sql("select not exists (select 1 from rating.run)")
                .query(Boolean.class)
                .single();
    }

    /// The version that rates the newest day, where another rated the day that it is compared with. Before the
    /// first day that was rated there is the one that the first run replayed, with its own version.
    Optional<Integer> remodelled() {
        return jdbc.sql("""
                select l.model_version
                from (select as_of, model_version from rating.run order by id desc limit 1) l
                where l.model_version <> coalesce(
                    (select r.model_version from rating.run r where r.as_of < l.as_of order by r.id desc limit 1),
                    (select r.model_version from rating.run r order by r.id limit 1))
                """).query(Integer.class).optional();
    }

    /// What a run rests on besides what it rates.
    ///
    /// @param standings what standings are made of, in one text
    record Basis(String standings, long assessment, long findings, long rules, LocalDate today) {}

    boolean isCurrent(Occasion occasion, Basis basis) {
        return about("""
                select coalesce((select (as_of, revision, model_version, basis, assessment_id, findings, rules, ran_on)
                                      = (:asOf, :revision, :version, :basis, :assessment, :findings, :rules, :today)
                                 from rating.run order by id desc limit 1), false)
                """, occasion, basis).query(Boolean.class).single();
    }

    void done(Occasion occasion, Basis basis, int accounts) {
        about("""
                insert into rating.run
                    (as_of, revision, model_version, basis, assessment_id, findings, rules, ran_on, ran_at, accounts)
                values (:asOf, :revision, :version, :basis, :assessment, :findings, :rules, :today, identity.clock(),
                        :accounts)
                """, occasion, basis).param("accounts", accounts).update();
    }

    private JdbcClient.StatementSpec about(String sql, Occasion occasion, Basis basis) {
        return jdbc.sql(sql)
                .param("asOf", occasion.asOf())
                .param("revision", occasion.revision())
                .param("version", occasion.modelVersion())
                .param("basis", basis.standings())
                .param("assessment", basis.assessment())
                .param("findings", basis.findings())
                .param("rules", basis.rules())
                .param("today", basis.today());
    }
}
