package mainstay.portfolio;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The figures of a standing that the sales roll-ups do not hold: assortment, rhythm and who pays. Groups are read
/// only where several accounts are under one control: whoever stands alone is known from the accounts.
@Repository
class StandingFigures {
    private static final RowMapper<Assortment> ASSORTMENT = RecordRows.of(Assortment.class);

    private final JdbcClient jdbc;

    StandingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Lines are counted by account and product first, which several processes can do at once; they could not
    /// count different products.
    Map<Long, Assortment> assortments(Scope scope) {
        String sql = """
                select b.account, count(b.product_id)::integer as products, sum(b.floor_lines)::bigint as floor_lines,
                       sum(b.below_floor)::bigint as below_floor
                from (select %PARTY% as account, p.product_id,
                             count(*) filter (where p.price is not null
                                              and (p.floor_price is not null
                                                   or (f.id is not null
                                                       and (p.unit is null or f.unit is null or p.unit = f.unit
                                                            or (p.counted_in = f.unit and p.counted is not null))))) as floor_lines,
                             count(*) filter (where p.price < p.floor_price) as below_floor
                      from ledger.pub_sales_line p
                      left join ledger.pub_product f on f.id = p.product_id and f.floor_price > 0
                          and p.date between coalesce(f.floor_from, '-infinity') and coalesce(f.floor_to, 'infinity') %GROUPS%
                      where p.account_id is not null and not p.credit and p.date between :from and :to
                      group by 1, 2) b
                group by b.account
                """;
        Map<Long, Assortment> byAccount = new HashMap<>();
        spanned(fill(sql, scope), scope)
                .query(ASSORTMENT)
                .list()
                .forEach(found -> byAccount.put(found.account(), found));
        return byAccount;
    }

    /// The days with a purchase, from the first one that is looked at up to the day.
    Map<Long, PurchaseHistory> rhythms(Scope scope, LocalDate from) {
        String sql = """
                select account, array_agg(day - date '1970-01-01' order by day) as days
                from (select distinct %PARTY% as account, p.day
                      from ledger.pub_account_day p %GROUPS%
                      where p.account_id is not null and p.gross_lines > 0 and p.day between :from and :to) bought
                group by account
                """;
        Scope looked = new Scope(scope.asOf(), from, scope.to(), scope.group(), scope.by(), scope.view());
        Map<Long, PurchaseHistory> byAccount = new HashMap<>();
        spanned(fill(sql, scope), looked).query((ResultSet row) -> {
            byAccount.put(row.getLong("account"), history(row.getArray("days")));
        });
        return byAccount;
    }

    /// Who gets the invoices of accounts that are billed elsewhere: the account they are billed to most.
    Map<Long, Long> payers(Scope scope) {
        Map<Long, Long> payers = new HashMap<>();
        jdbc.sql("""
                select distinct on (account_id) account_id, bill_to_id
                from (select m.account_id, m.bill_to_id, sum(m.net_amount) as amount
                      from ledger.pub_account_month m
                      where m.account_id is not null and m.month between date_trunc('month', cast(:from as date)) and :to
                      group by 1, 2) billed
                where bill_to_id <> account_id
                order by account_id, amount desc
                """).param("from", scope.from()).param("to", scope.to()).query((ResultSet row) -> {
            payers.put(row.getLong("account_id"), row.getLong("bill_to_id"));
        });
        return payers;
    }

    /// The controlling root of each account that is in a group.
    Map<Long, Long> roots(LocalDate asOf) {
        Map<Long, Long> roots = new HashMap<>();
        jdbc.sql("select account_id, root_id from accounts.pub_group(:asOf)")
                .param("asOf", asOf)
                .query((ResultSet row) -> {
                    roots.put(row.getLong("account_id"), row.getLong("root_id"));
                });
        return roots;
    }

    private static String fill(String sql, Scope scope) {
        return sql.replace("%PARTY%", scope.group() ? "g.root_id" : "p.account_id")
                .replace(
                        "%GROUPS%",
                        scope.group() ? "join accounts.pub_group(:asOf) g on g.account_id = p.account_id" : "");
    }

    private JdbcClient.StatementSpec spanned(String sql, Scope scope) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("from", scope.from()).param("to", scope.to());
        return scope.group() ? statement.param("asOf", scope.asOf()) : statement;
    }

    /// @param days counted from the epoch
    private static PurchaseHistory history(Array days) throws SQLException {
        return PurchaseHistory.of(Arrays.stream((Integer[]) days.getArray())
                .map(day -> new Purchase(LocalDate.ofEpochDay(day), 0))
                .toList());
    }
}
