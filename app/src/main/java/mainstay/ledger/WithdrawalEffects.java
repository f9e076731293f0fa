package mainstay.ledger;

import java.time.LocalDate;
import java.util.List;
import mainstay.accounts.MasterTraces;
import mainstay.ledger.file.Kind;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Looks ahead at what a withdrawal would change.
@Repository
@Transactional(readOnly = true)
class WithdrawalEffects {

    private final JdbcClient database;
    private final MasterTraces masters;

    WithdrawalEffects(JdbcClient database, MasterTraces masters) {
        this.database = database;
        this.masters = masters;
    }

    public WithdrawalEffect of(BatchLine batch) {
        Kind kind = Kind.of(batch.kind()).orElseThrow();
        return switch (kind) {
            case SALES -> ofSales(batch);
            case ACCOUNTS -> ofAccounts(batch.id());
            case RECEIVABLES -> ofItems(batch.id(), "receivable", "sum(r.amount)::bigint", "account_id");
            case PAYMENTS -> ofItems(batch.id(), "payment", "sum(r.amount)::bigint", "account_id");
            case ORDERS -> ofItems(batch.id(), "order_line", "sum(r.amount)::bigint", "account_id");
            case SELLOUT -> ofItems(batch.id(), "sell_out", "null::bigint", "account_id");
            case DELIVERIES -> ofItems(batch.id(), "delivery", "null::bigint", "account_id");
            case TERRITORIES -> ofItems(batch.id(), "territory", "null::bigint", "account_id");
            case RATES -> ofItems(batch.id(), "rate", "null::bigint", "null::bigint");
            case PRODUCTS -> ofProducts(batch.id());
        };
    }

    private WithdrawalEffect ofSales(BatchLine batch) {
        List<MonthEffect> months = database.sql("""
                        select l.month, coalesce(m.now, 0) as now, coalesce(m.now, 0) - l.leaving as afterwards, -l.waiting as waiting
                        from (select date_trunc('month', date)::date as month, coalesce(sum(amount), 0)::bigint as leaving,
                                     count(*) filter (where amount is null) as waiting
                              from ledger.sales_line where batch_id = :batch and date between :from and :to
                              group by 1) l
                        left join (select month, sum(net_amount)::bigint as now from ledger.pub_account_month
                                   where month between date_trunc('month', cast(:from as date)) and :to
                                   group by 1) m on m.month = l.month
                        order by l.month desc
                        """)
                .param("batch", batch.id())
                .param("from", batch.from())
                .param("to", batch.to())
                .query((row, number) -> new MonthEffect(
                        row.getObject("month", LocalDate.class),
                        row.getLong("now"),
                        row.getLong("afterwards"),
                        row.getLong("waiting")))
                .list();
        return database.sql("""
                        select count(*) as rows, sum(amount)::bigint as amount, count(distinct account_id) as accounts,
                               count(distinct document_id) as documents
                        from ledger.sales_line where batch_id = :batch and date between :from and :to
                        """)
                .param("batch", batch.id())
                .param("from", batch.from())
                .param("to", batch.to())
                .query((row, number) -> new WithdrawalEffect(
                        row.getLong("rows"),
                        Sql.number(row, "amount"),
                        row.getLong("accounts"),
                        row.getLong("documents"),
                        0,
                        0,
                        months))
                .single();
    }

    private WithdrawalEffect ofItems(long batch, String table, String amount, String account) {
        return database.sql("""
                        select count(*) as rows, %2$s as amount, count(distinct %3$s) as accounts,
                               count(*) filter (where r.current and exists (
                                   select 1 from ledger.%1$s v
                                   where v.source = r.source and v.key = r.key and v.batch_id <> r.batch_id)) as back
                        from ledger.%1$s r where r.batch_id = :batch
                        """.formatted(table, amount, account))
                .param("batch", batch)
                .query((row, number) -> new WithdrawalEffect(
                        row.getLong("rows"),
                        Sql.number(row, "amount"),
                        row.getLong("accounts"),
                        0,
                        row.getLong("back"),
                        0,
                        List.of()))
                .single();
    }

    private WithdrawalEffect ofProducts(long batch) {
        return database.sql("""
                        select count(*) as rows,
                               count(*) filter (where exists (
                                   select 1 from ledger.product_row v
                                   where v.product_id = r.product_id and v.batch_id <> r.batch_id)) as back
                        from ledger.product_row r where r.batch_id = :batch
                        """)
                .param("batch", batch)
                .query((row, number) ->
                        new WithdrawalEffect(row.getLong("rows"), null, 0, 0, row.getLong("back"), 0, List.of()))
                .single();
    }

    private WithdrawalEffect ofAccounts(long batch) {
        MasterTraces.Trace trace = masters.of(batch);
        return new WithdrawalEffect(
                trace.rows(), null, trace.accounts(), 0, trace.comingBack(), trace.byHand(), List.of());
    }
}
