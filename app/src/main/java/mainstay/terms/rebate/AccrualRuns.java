package mainstay.terms.rebate;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Brings the accruals up to the ledger, all of them in a few statements.
@Repository
class AccrualRuns {

    private static final long TURN = 7_300;

    private final JdbcClient database;

    AccrualRuns(JdbcClient database) {
        this.database = database;
    }

    /// @param from null where the ledger is empty, as is `to`
    record Reach(@Nullable LocalDate from, @Nullable LocalDate to) {}

    Reach reach() {
        return database.sql("select data_from, data_to from ledger.pub_state")
                .query((row, number) -> new Reach(
                        row.getObject("data_from", LocalDate.class), row.getObject("data_to", LocalDate.class)))
                .optional()
                .orElseGet(() -> new Reach(null, null));
    }

    String basis(int fiscalStart) {
        return database.sql(AccrualSql.BASIS)
                .param("fiscal", fiscalStart)
                .query((row, number) -> row.getString(1))
                .optional()
                .orElse("");
    }

    boolean isCurrent(String basis) {
        return database.sql("""
                        select coalesce((select basis = :basis from terms.accrual_run order by id desc limit 1),
                                        not exists (select 1 from terms.ladder))
                        """).param("basis", basis).query(Boolean.class).single();
    }

    /// Waits for a run that is under way.
    void takeTurn() {
        database.sql("select pg_advisory_xact_lock(:turn)").param("turn", TURN).query(row -> {});
    }

    /// A run reads everything. Right after an import the planner knows nothing of the new rows yet and
    /// would loop.
    int run(LocalDate from, LocalDate asOf, int fiscalStart) {
        database.sql("""
                        select set_config('enable_nestloop', 'off', true), set_config('enable_mergejoin', 'off', true),
                               set_config('work_mem', '256MB', true)
                        """).query(row -> {});
        for (String statement : new String[] {AccrualSql.VERSIONS, AccrualSql.MEMBERS}) {
            database.sql(statement)
                    .param("asOf", asOf)
                    .param("fiscal", fiscalStart)
                    .update();
        }
        database.sql(AccrualSql.BOOKED).update();
        database.sql(AccrualSql.CLAIMED).param("asOf", asOf).update();
        if (database.sql(PoolSql.ARE_DUE).query(Boolean.class).single()) {
            database.sql(PoolSql.POOLS).param("asOf", asOf).update();
            database.sql(PoolSql.COUNTED).update();
        }
        int changed = database.sql(AccrualSql.FIGURES)
                .param("asOf", asOf)
                .param("fiscal", fiscalStart)
                .param("dataFrom", from)
                .update();
        if (changed > 0) {
            database.sql("select terms.measure_accruals()::text").query().singleRow();
        }
        return changed;
    }

    void done(String basis, @Nullable LocalDate asOf, double seconds, int accruals) {
        database.sql("""
                        insert into terms.accrual_run (basis, as_of, ran_at, seconds, accruals)
                        values (:basis, :asOf, identity.clock(), :seconds, :accruals)
                        """)
                .param("basis", basis)
                .param("asOf", asOf, java.sql.Types.DATE)
                .param("seconds", seconds)
                .param("accruals", accruals)
                .update();
    }

    /// The day of the newest run; null before the first, or where the ledger was empty.
    @Nullable
    LocalDate asOf() {
        return database.sql("select as_of from terms.accrual_run where as_of is not null order by id desc limit 1")
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }
}
