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

    /// Balances alone, which need no pools: what others have paid out is deducted from payouts, not from
    /// what is earned.
    static final String FIGURES = """
            select sum(r.balance)::bigint as accrued,
                   sum(coalesce(r.expected_balance, 0) + coalesce(r.to_come, 0)) filter (
                       where r.period_from >= terms.period_start(cast(:asOf as date), 12, :fiscal)
                         and coalesce(r.expected_balance, r.to_come) is not null)::bigint as expected,
                   coalesce(bool_or(r.whole_group), false) and coalesce((select identity.reach()), 0) < 2
                   and accounts.pub_controls_unseen(:account, (select terms.counted_to())) as withheld
            from terms.reckoned r where r.account_id = :account and not r.confidential
            """;

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
        return database.sql(FIGURES)
                .param("account", accountId)
                .param("asOf", runs.asOf(), java.sql.Types.DATE)
                .param("fiscal", firm.settings().fiscalYearStart())
                .query((row, number) ->
                        new Rebate(Sql.number(row, "accrued"), Sql.number(row, "expected"), row.getBoolean("withheld")))
                .single();
    }
}
