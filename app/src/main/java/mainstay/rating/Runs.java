package mainstay.rating;

import java.time.LocalDate;
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

    /// A run reads everything. Right after an import the planner knows nothing of the new rows yet and would
    /// loop.
    void readInBulk() {
        jdbc.sql("select set_config('enable_nestloop', 'off', true)")
                .query(String.class)
                .single();
    }

    boolean isFirst() {
        return jdbc.sql("select not exists (select 1 from rating.run)")
                .query(Boolean.class)
                .single();
    }

    boolean isCurrent(Occasion occasion, long assessment, long findings, long rules, LocalDate today) {
        return jdbc.sql("""
                select coalesce((select (as_of, revision, model_version, assessment_id, findings, rules, ran_on)
                                      = (:asOf, :revision, :version, :assessment, :findings, :rules, :today)
                                 from rating.run order by id desc limit 1), false)
                """)
                .param("asOf", occasion.asOf())
                .param("revision", occasion.revision())
                .param("version", occasion.modelVersion())
                .param("assessment", assessment)
                .param("findings", findings)
                .param("rules", rules)
                .param("today", today)
                .query(Boolean.class)
                .single();
    }

    void done(Occasion occasion, long assessment, long findings, long rules, LocalDate today, int accounts) {
        jdbc.sql("""
                insert into rating.run
                    (as_of, revision, model_version, assessment_id, findings, rules, ran_on, ran_at, accounts)
                values (:asOf, :revision, :version, :assessment, :findings, :rules, :today, identity.clock(),
                        :accounts)
                """)
                .param("asOf", occasion.asOf())
                .param("revision", occasion.revision())
                .param("version", occasion.modelVersion())
                .param("assessment", assessment)
                .param("findings", findings)
                .param("rules", rules)
                .param("today", today)
                .param("accounts", accounts)
                .update();
    }
}
