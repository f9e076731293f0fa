package mainstay.terms.rebate;

import mainstay.identity.FirmDesk;
import mainstay.shared.Sql;
import mainstay.terms.RebateFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What limits that follow the rebate rest on. Confidential ladders stay out: everybody who sees the
/// account sees its limit, and could reckon back.
@Repository
class AccruedRebates implements RebateFigures {

    private final JdbcClient database;
    private final AccrualRuns runs;
    private final FirmDesk firm;

    AccruedRebates(JdbcClient database, AccrualRuns runs, FirmDesk firm) {
        this.database = database;
        this.runs = runs;
        this.firm = firm;
    }

    @Override
    public Rebate of(long accountId) {
        return database.sql("""
                        select sum(r.balance)::bigint as accrued,
                               sum(r.expected_balance) filter (
                                   where r.period_from >= terms.period_start(cast(:asOf as date), 12, :fiscal))::bigint as expected,
                               exists (select 1 from terms.rebate w where w.account_id = :account and w.withheld) as withheld
                        from terms.rebate_in_full r where r.account_id = :account and not r.confidential
                        """)
                .param("account", accountId)
                .param("asOf", runs.asOf(), java.sql.Types.DATE)
                .param("fiscal", firm.settings().fiscalYearStart())
                .query((row, number) ->
                        new Rebate(Sql.number(row, "accrued"), Sql.number(row, "expected"), row.getBoolean("withheld")))
                .single();
    }
}
