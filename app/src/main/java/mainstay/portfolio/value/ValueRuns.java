package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.Optional;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What the runs rested on and found, and whose turn it is.
@Repository
class ValueRuns {
    /// Months whose last run is kept.
    private static final int KEPT = 36;

    /// With a file every night a slow change shows over weeks only.
    private static final int FEWEST_DAYS = 28;

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
                       covariance, spending, basis, margin_rate, accounts, returns
                from portfolio.value_run order by as_of desc limit 1
                """).query(RecordRows.of(RunRow.class)).optional();
    }

    /// A run with the one to compare it with: the newest that is at least four weeks older, else the oldest
    /// there is.
    Compared compared(LocalDate asOf) {
        return new Compared(
                asOf,
                jdbc.sql("""
                        select coalesce(max(as_of) filter (where as_of <= cast(:far as date)), min(as_of)) as before
                        from portfolio.value_run where as_of < :asOf having count(*) > 0
                        """)
                        .param("asOf", asOf)
                        .param("far", asOf.minusDays(FEWEST_DAYS))
                        .query(LocalDate.class)
                        .optional()
                        .orElse(null));
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

    /// The state of the accounts, which changes with every closing and every day.
    String accountsNow() {
        return jdbc.sql("""
                select concat(r.revision, ' ', identity.pub_today()) from accounts.pub_list_revision r
                """).query(String.class).single();
    }

    /// The day by which accounts closed count as closed in the newest run: a ledger may end before today.
    LocalDate closedBy(LocalDate asOf) {
        return jdbc.sql("select greatest(cast(:asOf as date), identity.pub_today())")
                .param("asOf", asOf)
                .query(LocalDate.class)
                .single();
    }

    /// Whether the newest run still knows which accounts are closed; looks only where accounts have changed
    /// since.
    boolean knowsClosings(LocalDate asOf) {
        String now = accountsNow();
        boolean unchanged = jdbc.sql("select accounts_seen = :now from portfolio.value_run where as_of = :asOf")
                .param("now", now)
                .param("asOf", asOf)
                .query(Boolean.class)
                .single();
        if (unchanged) {
            return true;
        }
        boolean known = jdbc.sql("""
                select not exists (
                    select from portfolio.account_value v join accounts.pub_card a on a.id = v.account_id
                    where v.as_of = :asOf
                      and (v.method = 'closed') <> coalesce(a.closed_on <= cast(:closedBy as date), false))
                """)
                .param("asOf", asOf)
                .param("closedBy", closedBy(asOf))
                .query(Boolean.class)
                .single();
        if (known) {
            see(asOf, now);
        }
        return known;
    }

    private void see(LocalDate asOf, String accounts) {
        jdbc.sql("update portfolio.value_run set accounts_seen = :accounts where as_of = :asOf")
                .param("accounts", accounts)
                .param("asOf", asOf)
                .update();
    }

    void add(RunRow run, String accountsSeen) {
        jdbc.sql("""
                insert into portfolio.value_run (as_of, first_day, revision, settings, discount_rate, months, unit, model,
                                                 reason, parameters, covariance, spending, basis, margin_rate, accounts, returns, ran_at,
                                                 accounts_seen)
                values (:asOf, :firstDay, :revision, :settings, :discountRate, :months, :unit, :model,
                        :reason, cast(:parameters as json), cast(:covariance as jsonb), :spending, :basis, :marginRate, :accounts, :returns,
                        identity.clock(), '')
                """).paramSource(run).update();
        see(run.asOf(), accountsSeen);
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

    /// Keeps the last run of each month, the newest among them, and the one that is compared with the newest.
    void dropOld(Compared newest) {
        jdbc.sql("""
                delete from portfolio.value_run
                where as_of is distinct from cast(:before as date)
                  and as_of not in (select max(r.as_of) from portfolio.value_run r group by date_trunc('month', r.as_of)
                                    order by 1 desc limit :kept)
                """).param("before", newest.before()).param("kept", KEPT).update();
    }
}
