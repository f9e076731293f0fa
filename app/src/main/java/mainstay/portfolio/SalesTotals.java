package mainstay.portfolio;

import java.util.List;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Sums over the ledger's roll-ups: whole months from the monthly one, the days at both edges from the daily one.
@Repository
class SalesTotals {
    private static final RowMapper<AccountTotal> ACCOUNT_TOTAL = (row, number) -> new AccountTotal(
            row.getLong("account"),
            row.getString("code"),
            row.getString("name"),
            row.getLong("lines"),
            row.getLong("orders"),
            row.getLong("revenue"),
            row.getLong("gross_revenue"),
            row.getLong("known_revenue"),
            Sql.number(row, "profit"),
            Served.NOTHING);

    private static final RowMapper<LedgerTotal> LEDGER_TOTAL = RecordRows.of(LedgerTotal.class);
    private static final String PIECES = """
            piece as (
                select m.account_id, m.bill_to_id, m.net_lines, m.net_amount, m.gross_lines, m.gross_amount,
                       m.net_known_amount, m.net_cost, m.gross_known_amount, m.gross_cost, m.documents, m.unknown_lines,
                       m.net_known_lines, m.gross_known_lines
                from ledger.pub_account_month m
                where m.month >= :monthsFrom and m.month < :monthsTo
                union all
                select d.account_id, d.bill_to_id, d.net_lines, d.net_amount, d.gross_lines, d.gross_amount,
                       d.net_known_amount, d.net_cost, d.gross_known_amount, d.gross_cost, d.documents, d.unknown_lines,
                       d.net_known_lines, d.gross_known_lines
                from ledger.pub_account_day d
                where d.day between :from and :to and (d.day < :monthsFrom or d.day >= :monthsTo))
            """;

    private final JdbcClient jdbc;

    SalesTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    LedgerState state() {
        return jdbc.sql("select revision, data_from, data_to, currency from ledger.pub_state")
                .query((row, number) -> new LedgerState(
                        row.getLong("revision"),
                        Sql.date(row, "data_from"),
                        Sql.date(row, "data_to"),
                        row.getString("currency")))
                .single();
    }

    LedgerTotal sum(Scope scope) {
        return bind(scope, "with " + PIECES + """
                select coalesce(sum(net_amount) filter (where account_id is null), 0)::bigint as unattributed,
                       coalesce(sum(net_amount) filter (where account_id is not null), 0)::bigint as net,
                       coalesce(sum(gross_amount) filter (where account_id is not null), 0)::bigint as gross,
                       coalesce(sum(unknown_lines), 0)::bigint as unknown_lines
                from piece
                """).query(LEDGER_TOTAL).single();
    }

    /// Every account with at least one row in the view, the largest first.
    List<AccountTotal> byAccount(Scope scope) {
        String sql = "with " + PIECES + """
                , total as (
                    select %PARTY% as account_id,
                           sum(p.%VIEW%_lines)::bigint as lines,
                           sum(p.%VIEW%_amount)::bigint as revenue,
                           sum(p.gross_amount)::bigint as gross_revenue,
                           sum(p.documents)::bigint as orders,
                           sum(p.%VIEW%_known_lines) > 0 as known,
                           sum(p.%VIEW%_known_amount)::bigint as known_revenue,
                           sum(p.%VIEW%_cost)::bigint as cost
                    from piece p %ROOTS%
                    where p.account_id is not null and p.%VIEW%_lines > 0
                    group by 1)
                select a.id as account, a.code, a.name, t.lines, t.orders, t.revenue, t.gross_revenue, t.known_revenue,
                       case when t.known then t.known_revenue - t.cost end as profit
                from total t join accounts.pub_card a on a.id = t.account_id
                order by revenue desc, a.code
                """;
        return bind(scope, scope.fill(sql)).query(ACCOUNT_TOTAL).list();
    }

    private StatementSpec bind(Scope scope, String sql) {
        StatementSpec statement = jdbc.sql(sql)
                .param("from", scope.from())
                .param("to", scope.to())
                .param("monthsFrom", scope.monthsFrom())
                .param("monthsTo", scope.monthsTo());
        return sql.contains(":asOf") ? statement.param("asOf", scope.asOf()) : statement;
    }
}
