package mainstay.approvals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The rules by which requests are decided, version by version, and how long a decision may take.
@Repository
class RuleBook {

    private static final int NO_STARS = 0;

    private final JdbcClient database;

    RuleBook(JdbcClient database) {
        this.database = database;
    }

    /// @param version grows with each change
    record Rule(int version, List<RuleStep> steps) {}

    /// The one in force; nothing where nobody has written one yet.
    Optional<Rule> inForce(String kind) {
        return database.sql(
                        "select max(version) as version from approvals.rule where kind = :kind having max(version) is not null")
                .param("kind", kind)
                .query(Integer.class)
                .optional()
                .map(version -> new Rule(version, steps(kind, version)));
    }

    private List<RuleStep> steps(String kind, int version) {
        return database.sql("""
                        select turn, role, user_id, from_amount, stars_to from approvals.rule_step
                        where kind = :kind and version = :version order by turn, place
                        """)
                .param("kind", kind)
                .param("version", version)
                .query(RecordRows.of(RuleStep.class))
                .list();
    }

    void add(String kind, Rule rule, String by, Instant now) {
        database.sql("""
                        insert into approvals.rule (kind, version, changed_at, changed_by) values (:kind, :version, :now, :by)
                        """)
                .param("kind", kind)
                .param("version", rule.version())
                .param("now", Sql.timestamp(now))
                .param("by", by)
                .update();
        for (int place = 0; place < rule.steps().size(); place++) {
            RuleStep step = rule.steps().get(place);
            database.sql("""
                            insert into approvals.rule_step (kind, version, place, turn, role, user_id, from_amount, stars_to)
                            values (:kind, :version, :place, :turn, :role, :user, :amount, :stars)
                            """)
                    .param("kind", kind)
                    .param("version", rule.version())
                    .param("place", place + 1)
                    .param("turn", step.turn())
                    .param("role", step.role())
                    .param("user", step.userId())
                    .param("amount", step.fromAmount())
                    .param("stars", step.starsTo())
                    .update();
        }
    }

    /// Hours by stars, 0 for accounts without.
    Map<Integer, Integer> maxima() {
        Map<Integer, Integer> hours = new TreeMap<>();
        database.sql("select stars, hours from approvals.maximum").query(row -> {
            hours.put(row.getInt("stars"), row.getInt("hours"));
        });
        return hours;
    }

    int maximum(@Nullable Integer stars) {
        return database.sql("select hours from approvals.maximum where stars = :stars")
                .param("stars", stars == null ? NO_STARS : stars)
                .query(Integer.class)
                .single();
    }

    void setMaximum(int stars, int hours) {
        database.sql("update approvals.maximum set hours = :hours where stars = :stars")
                .param("hours", hours)
                .param("stars", stars)
                .update();
    }

    long revision() {
        return database.sql("select revision from approvals.setting")
                .query(Long.class)
                .single();
    }

    /// Moves the revision on, unless somebody was faster.
    boolean advance(long from) {
        return database.sql("update approvals.setting set revision = revision + 1 where revision = :from")
                        .param("from", from)
                        .update()
                > 0;
    }
}
