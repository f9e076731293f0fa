package mainstay.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// How accounts pay, as of any day: invoices issued later are not there yet, payments made later are still owed.
/// Invoices that no rate translates are in no figure; accounts without any other by that day have no figures.
@Service
@Transactional(readOnly = true)
public class PaymentBehaviour {

    private static final String EVERY_ACCOUNT = "select a.id as account_id, a.id as key from accounts.pub_account a";
    private static final String EVERY_GROUP = "select r.account_id, r.root_id as key from accounts.pub_root(:asOf) r";

    private static final String ONE_GROUP =
            "select m.account_id, cast(:id as bigint) as key from accounts.pub_members(:id, :asOf) m";

    private final JdbcClient database;

    PaymentBehaviour(JdbcClient database) {
        this.database = database;
    }

    public Optional<PaymentFigures> of(long accountId, LocalDate asOf) {
        return figures(EVERY_ACCOUNT + " where a.id = :id", asOf, accountId).stream()
                .findFirst();
    }

    /// The figures of a root and everything it controls.
    public Optional<PaymentFigures> ofGroup(long rootId, LocalDate asOf) {
        return figures(ONE_GROUP, asOf, rootId).stream().findFirst();
    }

    public List<PaymentFigures> ofAll(LocalDate asOf) {
        return figures(EVERY_ACCOUNT, asOf, 0);
    }

    public List<PaymentFigures> ofAllGroups(LocalDate asOf) {
        return figures(EVERY_GROUP, asOf, 0);
    }

    private List<PaymentFigures> figures(String members, LocalDate asOf, long id) {
        return database.sql("with member as materialized (" + members + ")," + FIGURES)
                .param("asOf", asOf)
                .param("since", asOf.minusYears(1))
                .param("id", id)
                .query(PaymentBehaviour::figures)
                .list();
    }

    private static PaymentFigures figures(ResultSet row, int number) throws SQLException {
        return new PaymentFigures(
                row.getLong("key"),
                row.getLong("open"),
                row.getLong("disputed"),
                row.getLong("overdue"),
                new PaymentFigures.Ageing(
                        row.getLong("to30"), row.getLong("to60"), row.getLong("to90"), row.getLong("beyond")),
                row.getLong("decided"),
                row.getLong("on_time"),
                row.getDouble("lateness"),
                row.getLong("paid"),
                row.getDouble("waiting"),
                row.getLong("credit_sales"),
                row.getInt("sales_days"),
                Sql.number(row, "credit_limit"),
                row.getBoolean("limits_added"));
    }

    /// A group's limit is the root's own; where it has none, the sum of its members' if every debtor among them
    /// has one. That sum rates how a group pays; it binds nobody, and nothing is above it.
    private static final String FIGURES = """
            item as materialized (
                select m.key, r.id, r.account_id, r.issued, r.due, r.amount, r.disputed,
                       r.amount - coalesce(s.settled, 0) as open
                from member m
                join ledger.receivable r on r.account_id = m.account_id and r.current and r.issued <= :asOf
                                        and r.amount is not null
                left join (select x.receivable_id, sum(x.amount)::bigint as settled
                           from member m join ledger.settlement x on x.account_id = m.account_id
                           where x.paid_on <= :asOf group by 1) s on s.receivable_id = r.id),
            owed as (
                select key, sum(open)::bigint as open,
                       sum(open) filter (where disputed)::bigint as disputed,
                       sum(open) filter (where open > 0 and due < :asOf)::bigint as overdue,
                       sum(open) filter (where open > 0 and due < :asOf and :asOf - due <= 30)::bigint as to30,
                       sum(open) filter (where open > 0 and :asOf - due between 31 and 60)::bigint as to60,
                       sum(open) filter (where open > 0 and :asOf - due between 61 and 90)::bigint as to90,
                       sum(open) filter (where open > 0 and :asOf - due > 90)::bigint as beyond,
                       sum((:asOf - due)::double precision * open) filter (where open > 0 and due < :asOf) as lateness,
                       sum(amount) filter (where issued > :asOf - 365)::bigint as credit_sales,
                       least(365, :asOf - min(issued) + 1) as sales_days
                from item group by key),
            paid as (
                select i.key, sum(s.amount)::bigint as amount,
                       sum(s.amount) filter (where i.due is not null)::bigint as judged,
                       sum(s.amount) filter (where s.paid_on <= i.due)::bigint as on_time,
                       sum(greatest(s.paid_on - i.due, 0)::double precision * s.amount)
                           filter (where i.due is not null) as lateness,
                       sum(greatest(s.paid_on - i.issued, 0)::double precision * s.amount) as waiting
                from item i
                join ledger.settlement s on s.receivable_id = i.id and s.account_id = i.account_id
                where s.payment_id is not null and s.paid_on > :since and s.paid_on <= :asOf
                group by i.key),
            debtor as (
                select account_id, sum(open) as open from item group by account_id),
            credit as (
                select m.key,
                       coalesce(max(a.credit_limit) filter (where a.id = m.key),
                                case when not coalesce(bool_or(d.open > 0 and a.credit_limit is null), false)
                                     then sum(a.credit_limit)::bigint end) as credit_limit,
                       max(a.credit_limit) filter (where a.id = m.key) is null as unset
                from member m
                join accounts.pub_account a on a.id = m.account_id
                left join debtor d on d.account_id = m.account_id
                group by m.key)
            select o.key, o.open, coalesce(o.disputed, 0) as disputed, coalesce(o.overdue, 0) as overdue,
                   coalesce(o.to30, 0) as to30, coalesce(o.to60, 0) as to60, coalesce(o.to90, 0) as to90,
                   coalesce(o.beyond, 0) as beyond,
                   coalesce(p.judged, 0) + coalesce(o.overdue, 0) as decided,
                   coalesce(p.on_time, 0) as on_time,
                   coalesce(p.lateness, 0) + coalesce(o.lateness, 0) as lateness,
                   coalesce(p.amount, 0) as paid, coalesce(p.waiting, 0) as waiting,
                   coalesce(o.credit_sales, 0) as credit_sales, o.sales_days, c.credit_limit,
                   coalesce(c.unset, true) and c.credit_limit is not null as limits_added
            from owed o
            left join paid p on p.key = o.key
            left join credit c on c.key = o.key
            order by o.key
            """;
}
