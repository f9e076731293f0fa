package mainstay.portfolio;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The figures of a standing that the sales roll-ups do not hold: assortment, rhythm, debts and limits.
@Repository
class StandingFigures {
    private static final RowMapper<Debts> DEBTS = DataClassRowMapper.newInstance(Debts.class);
    private static final RowMapper<Assortment> ASSORTMENT = DataClassRowMapper.newInstance(Assortment.class);

    private final JdbcClient jdbc;

    StandingFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, Assortment> assortments(Scope scope) {
        String sql = """
                select %PARTY% as account, count(distinct p.product_id)::integer as products,
                       count(*) filter (where p.floor_price is not null and p.price is not null) as floor_lines,
                       count(*) filter (where p.price < p.floor_price) as below_floor
                from ledger.pub_sales_line p %ROOTS%
                where p.account_id is not null and p.kind = 'invoice' and p.date between :from and :to
                group by 1
                """;
        Map<Long, Assortment> byAccount = new HashMap<>();
        spanned(SalesTotals.fill(sql, scope), scope)
                .query(ASSORTMENT)
                .list()
                .forEach(found -> byAccount.put(found.account(), found));
        return byAccount;
    }

    /// The days with a purchase in the two years up to the day.
    Map<Long, PurchaseHistory> rhythms(Scope scope) {
        String sql = """
                select account, array_agg(day order by day) as days
                from (select distinct %PARTY% as account, p.day
                      from ledger.pub_account_day p %ROOTS%
                      where p.account_id is not null and p.gross_lines > 0 and p.day between :from and :to) bought
                group by account
                """;
        Scope twoYears = new Scope(
                scope.asOf(),
                scope.to().minusYears(2).plusDays(1),
                scope.to(),
                scope.group(),
                scope.by(),
                scope.view());
        Map<Long, PurchaseHistory> byAccount = new HashMap<>();
        spanned(SalesTotals.fill(sql, scope), twoYears)
                .query((ResultSet row) -> byAccount.put(row.getLong("account"), history(row.getArray("days"))));
        return byAccount;
    }

    /// Receivables belong to the debtor. An account without any of its own, whose purchases are billed to another, is
    /// judged by how that one pays.
    Map<Long, Debts> debts(Scope scope) {
        String sql = """
                with item as (
                    select r.account_id as debtor, r.amount, coalesce(r.due, r.issued) as due,
                           coalesce(sum(s.amount), 0) as paid,
                           coalesce(sum(s.amount) filter (where s.paid_on <= coalesce(r.due, r.issued)), 0) as in_time,
                           coalesce(sum(s.amount * greatest(s.paid_on - coalesce(r.due, r.issued), 0)), 0) as late_weight
                    from ledger.pub_receivable r
                    left join ledger.pub_settlement s on s.receivable_id = r.id and s.paid_on <= :to
                    where r.issued <= :to and r.amount > 0
                    group by r.id, r.account_id, r.amount, r.due, r.issued),
                owed as (
                    select debtor,
                           sum(amount) filter (where due between :from and :to) as fallen_due,
                           sum(least(in_time, amount)) filter (where due between :from and :to) as on_time,
                           sum(late_weight + (amount - paid) * greatest(:to - due, 0))
                               filter (where due between :from and :to) as late_weight,
                           sum(amount - paid) as open_amount,
                           sum(amount - paid) filter (where due < :to) as overdue
                    from item group by debtor)
                """ + (scope.group() ? DEBTS_OF_GROUP : DEBTS_OF_ACCOUNT);
        Map<Long, Debts> byAccount = new HashMap<>();
        spanned(sql, scope).query(DEBTS).list().forEach(found -> byAccount.put(found.account(), found));
        return byAccount;
    }

    private static final String DEBT_COLUMNS = """
            coalesce(sum(o.fallen_due), 0)::bigint as fallen_due, coalesce(sum(o.on_time), 0)::bigint as on_time,
            (sum(o.late_weight) / nullif(sum(o.fallen_due), 0))::double precision as days_late,
            coalesce(sum(o.open_amount), 0)::bigint as open_amount, coalesce(sum(o.overdue), 0)::bigint as overdue
            """;

    private static final String DEBTS_OF_GROUP =
            "select coalesce(r.root_id, o.debtor) as account, " + DEBT_COLUMNS + """
            from owed o left join accounts.pub_root(:asOf) r on r.account_id = o.debtor
            group by 1
            """;

    private static final String DEBTS_OF_ACCOUNT = """
            , payer as (
                select distinct on (account_id) account_id, bill_to_id
                from (select d.account_id, d.bill_to_id, sum(d.net_amount) as amount
                      from ledger.pub_account_month d
                      where d.account_id is not null and d.bill_to_id <> d.account_id
                        and d.month between date_trunc('month', cast(:from as date)) and :to
                        and not exists (select 1 from owed o where o.debtor = d.account_id)
                      group by 1, 2) billed
                order by account_id, amount desc),
            judged as (
                select debtor as account, debtor from owed
                union all
                select account_id, bill_to_id from payer)
            select j.account,
            """ + DEBT_COLUMNS + """
            from judged j join owed o on o.debtor = j.debtor
            group by 1
            """;

    /// Credit limits that are set; a group has the sum of its members'.
    Map<Long, Long> limits(Scope scope) {
        String sql = scope.group() ? """
                select coalesce(r.root_id, a.id) as account, sum(a.credit_limit)::bigint as credit_limit
                from accounts.pub_account a left join accounts.pub_root(:asOf) r on r.account_id = a.id
                where a.credit_limit is not null group by 1
                """ : """
                select a.id as account, a.credit_limit from accounts.pub_account a where a.credit_limit is not null
                """;
        var statement = jdbc.sql(sql);
        if (scope.group()) {
            statement = statement.param("asOf", scope.asOf());
        }
        Map<Long, Long> byAccount = new HashMap<>();
        statement.query((ResultSet row) -> byAccount.put(row.getLong("account"), row.getLong("credit_limit")));
        return byAccount;
    }

    private JdbcClient.StatementSpec spanned(String sql, Scope scope) {
        JdbcClient.StatementSpec statement =
                jdbc.sql(sql).param("from", scope.from()).param("to", scope.to());
        return scope.group() && sql.contains("pub_root(:asOf)") ? statement.param("asOf", scope.asOf()) : statement;
    }

    private static PurchaseHistory history(Array days) throws SQLException {
        List<Purchase> purchases = Arrays.stream((Date[]) days.getArray())
                .map(Date::toLocalDate)
                .map(StandingFigures::purchase)
                .toList();
        return PurchaseHistory.of(purchases);
    }

    private static Purchase purchase(LocalDate day) {
        return new Purchase(day, 0);
    }
}
