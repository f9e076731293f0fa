package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the runs of the tests rest on, and whose turn it is.
@Repository
class FindingRuns {
    private static final long TURN = 6_201;

    /// Merges take it too, see `rating.reattribute`.
    private static final long WRITING = 6_200;

    private final JdbcClient jdbc;

    FindingRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param asOf  null where the ledger is empty
    /// @param rules revision of the thresholds
    /// @param steps revision of the rebate steps
    /// @param kin   who is whose and of which kind: groups share territories, and accounts of a kind are peers
    record Basis(@Nullable LocalDate asOf, long revision, long rules, long steps, String kin) {}

    /// Waits for a run that is under way.
    void takeTurn() {
        hold(TURN);
    }

    /// From here to the end of the transaction nothing is moved from one account to another.
    void beginToWrite() {
        hold(WRITING);
    }

    private void hold(long lock) {
        jdbc.sql("select pg_advisory_xact_lock(:lock)").param("lock", lock).query(row -> {});
    }

    /// A run reads everything. Right after an import the planner knows nothing of the new rows yet and would
    /// loop.
    void readInBulk() {
        jdbc.sql("""
                select set_config('enable_nestloop', 'off', true), set_config('work_mem', '256MB', true)
                """).query(row -> {});
    }

    boolean isCurrent(Basis basis) {
        return jdbc.sql("""
                select coalesce((select (r.as_of, r.revision, r.rules, r.steps, r.kin)
                                        is not distinct from (cast(:asOf as date), :revision, :rules, :steps, :kin)
                                 from rating.finding_run r order by r.id desc limit 1), :asOf is null)
                """)
                .param("asOf", basis.asOf(), java.sql.Types.DATE)
                .param("revision", basis.revision())
                .param("rules", basis.rules())
                .param("steps", basis.steps())
                .param("kin", basis.kin())
                .query(Boolean.class)
                .single();
    }

    void done(Basis basis, double seconds, int found) {
        jdbc.sql("""
                insert into rating.finding_run (as_of, revision, rules, steps, kin, ran_at, seconds, found)
                values (:asOf, :revision, :rules, :steps, :kin, identity.clock(), :seconds, :found)
                """)
                .param("asOf", basis.asOf(), java.sql.Types.DATE)
                .param("revision", basis.revision())
                .param("rules", basis.rules())
                .param("steps", basis.steps())
                .param("kin", basis.kin())
                .param("seconds", seconds)
                .param("found", found)
                .update();
    }

    long rulesRevision() {
        return jdbc.sql("select revision from rating.finding_rules")
                .query(Long.class)
                .single();
    }

    /// Puts others in force.
    ///
    /// @param seen the revision that the person saw
    /// @return false where somebody else put others in force since; then nothing is stored
    boolean settle(List<Threshold> thresholds, int quarters, long seen) {
        boolean first =
                jdbc.sql("""
                update rating.finding_rules set quarters = :quarters, revision = revision + 1 where revision = :seen
                """).param("quarters", quarters).param("seen", seen).update() > 0;
        if (first) {
            thresholds.forEach(this::settle);
        }
        return first;
    }

    private void settle(Threshold threshold) {
        jdbc.sql("""
                update rating.finding_threshold
                set hint = :hint, likely = :likely, strong = :strong, evidence = :evidence, money = :money where test = :test
                """)
                .param("test", threshold.test())
                .param("hint", threshold.hint())
                .param("likely", threshold.likely())
                .param("strong", threshold.strong())
                .param("evidence", threshold.evidence())
                .param("money", threshold.money())
                .update();
    }

    int quarters() {
        return jdbc.sql("select quarters from rating.finding_rules")
                .query(Integer.class)
                .single();
    }

    Map<String, Threshold> thresholds() {
        return jdbc
                .sql("select test, hint, likely, strong, evidence, money from rating.finding_threshold")
                .query(RecordRows.of(Threshold.class))
                .list()
                .stream()
                .collect(Collectors.toMap(Threshold::test, Function.identity()));
    }

    /// Day of the newest run; null before the first.
    @Nullable
    LocalDate asOf() {
        return jdbc.sql("select max(r.as_of) from (select as_of from rating.finding_run order by id desc limit 1) r")
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
