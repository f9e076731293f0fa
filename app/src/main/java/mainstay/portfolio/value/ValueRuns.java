package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the runs rested on and found, and whose turn it is.
@Repository
class ValueRuns {
    private static final int KEPT = 24;
    private static final long TURN = 5_200;

    private final JdbcClient jdbc;

    ValueRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Waits for a run that is under way.
    void takeTurn() {
        jdbc.sql("select pg_advisory_xact_lock(:turn)").param("turn", TURN).query(row -> {});
    }

    /// A run reads everything. Right after an import the planner knows nothing of the new rows yet and would
    /// loop.
    void readInBulk() {
        jdbc.sql("select set_config('enable_nestloop', 'off', true)")
                .query(String.class)
                .single();
    }

    Optional<RunRow> newest() {
        return jdbc.sql("""
                select as_of, first_day, revision, settings, discount_rate, months, unit, model, reason, parameters,
                       covariance, spending, basis, margin_rate, accounts
                from portfolio.value_run order by as_of desc limit 1
                """).query(RecordRows.of(RunRow.class)).optional();
    }

    Optional<LocalDate> before(LocalDate asOf) {
        return jdbc.sql(
                        "select max(as_of) as as_of from portfolio.value_run where as_of < :asOf having max(as_of) is not null")
                .param("asOf", asOf)
                .query(LocalDate.class)
                .optional();
    }

    /// Runs of other settings cannot be compared with those to come.
    void forget() {
        jdbc.sql("delete from portfolio.value_run").update();
    }

    /// Makes room for a run: of its own day, and of later days that the ledger no longer reaches.
    void clear(LocalDate asOf) {
        jdbc.sql("delete from portfolio.value_run where as_of >= :asOf")
                .param("asOf", asOf)
                .update();
    }

    void add(RunRow run) {
        jdbc.sql("""
                insert into portfolio.value_run (as_of, first_day, revision, settings, discount_rate, months, unit, model,
                                                 reason, parameters, covariance, spending, basis, margin_rate, accounts, ran_at)
                values (:asOf, :firstDay, :revision, :settings, :discountRate, :months, :unit, :model,
                        :reason, cast(:parameters as json), cast(:covariance as jsonb), :spending, :basis, :marginRate, :accounts, identity.clock())
                """).paramSource(run).update();
    }

    void addReport(LocalDate asOf, String report) {
        jdbc.sql("insert into portfolio.value_model (as_of, report) values (:asOf, cast(:report as jsonb))")
                .param("asOf", asOf)
                .param("report", report)
                .update();
    }

    Optional<String> report(LocalDate asOf) {
        return jdbc.sql("select report from portfolio.value_model where as_of = :asOf")
                .param("asOf", asOf)
                .query(String.class)
                .optional();
    }

    void dropOld() {
        jdbc.sql("""
                delete from portfolio.value_run
                where as_of in (select as_of from portfolio.value_run order by as_of desc offset :kept)
                """).param("kept", KEPT).update();
    }
}
