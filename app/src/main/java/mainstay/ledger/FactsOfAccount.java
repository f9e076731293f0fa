package mainstay.ledger;

import java.util.List;
import mainstay.accounts.AccountBelongings;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the ledger holds about an account.
@Component
class FactsOfAccount implements AccountBelongings {

    private final JdbcClient database;

    FactsOfAccount(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Belonging> of(long accountId) {
        return database.sql("""
                        select 'merge.lines' as label, coalesce(sum(net_lines), 0)::bigint as rows,
                               sum(net_amount)::bigint as amount
                        from ledger.account_month where account_id = :account
                        union all
                        select 'merge.receivables', count(*), sum(amount)::bigint
                        from ledger.receivable where current and account_id = :account
                        union all
                        select 'merge.payments', count(*), sum(amount)::bigint
                        from ledger.payment where current and account_id = :account
                        union all
                        select 'merge.orders', count(*), sum(amount)::bigint
                        from ledger.order_line where current and account_id = :account
                        union all
                        select 'merge.deliveries', count(*), null from ledger.delivery where current and account_id = :account
                        union all
                        select 'merge.sellOut', count(*), null from ledger.sell_out where current and account_id = :account
                        union all
                        select 'merge.territories', count(*), null
                        from ledger.territory where current and account_id = :account
                        """)
                .param("account", accountId)
                .query((row, number) ->
                        new Belonging(row.getString("label"), row.getLong("rows"), Sql.number(row, "amount")))
                .list();
    }
}
