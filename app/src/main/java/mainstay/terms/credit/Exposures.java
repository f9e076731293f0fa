package mainstay.terms.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Adds up what an account and all it controls owe and have ordered, as the ledger stands now.
@Repository
class Exposures {

    private final JdbcClient database;

    Exposures(JdbcClient database) {
        this.database = database;
    }

    /// @param order   the order that is asked about: what is known of it is left out, since its amount is
    /// added
    /// @param account whose order that is
    Exposure of(long holder, ExposureRule rule, long account, @Nullable String order) {
        return database.sql(EXPOSURE)
                .param("holder", holder)
                .param("account", account)
                .param("order", order == null ? "" : order)
                .query((row, number) -> exposure(row, rule))
                .single();
    }

    private static Exposure exposure(ResultSet row, ExposureRule rule) throws SQLException {
        boolean ordered = rule.orders() || rule.undelivered();
        return new Exposure(
                rule.receivables() ? row.getLong("receivables") : null,
                rule.orders() ? row.getLong("orders") : null,
                rule.undelivered() ? row.getLong("undelivered") : null,
                row.getLong("reserved"),
                (rule.receivables() ? row.getInt("unknown_receivables") : 0)
                        + (ordered ? row.getInt("unknown_orders") : 0));
    }

    /// What is settled of an account's receivables is settled of current ones only, so two sums suffice.
    private static final String EXPOSURE = """
            with recursive
            member(id) as (
                select cast(:holder as bigint)
                union
                select c.child_id from member m
                join accounts.pub_control_today c on c.parent_id = m.id),
            owed as (
                select coalesce(sum(r.amount), 0) as amount, count(*) filter (where r.amount is null) as without_rate
                from ledger.pub_receivable r where r.account_id = any(array(select id from member))),
            settled as (
                select coalesce(sum(s.amount), 0) as amount
                from ledger.pub_settlement s where s.account_id = any(array(select id from member))),
            unrated as (
                select count(*) as items
                from ledger.pub_receivable r
                where (select without_rate from owed) > 0 and r.account_id = any(array(select id from member))
                  and r.amount is null
                  and r.original_amount <> coalesce((select sum(s.original_amount) from ledger.pub_settlement s
                                                     where s.receivable_id = r.id), 0)),
            line as (
                select o.account_id, o.number,
                       coalesce(o.undelivered_amount,
                                case when o.quantity > 0
                                     then round(o.amount::numeric * o.undelivered / o.quantity)::bigint end) as rest,
                       coalesce(o.undelivered = 0 or o.undelivered_amount = 0, false) as is_done,
                       coalesce(o.undelivered < o.quantity or o.undelivered_amount < o.amount, false) as is_begun
                from ledger.pub_order o
                where o.account_id = any(array(select id from member)) and not o.cancelled
                  and not (o.account_id = :account and o.number = :order)),
            orders as (
                select account_id, number, bool_or(is_begun) as is_begun, sum(rest) filter (where not is_done) as rest,
                       count(*) filter (where not is_done and rest is null) as unknown
                from line group by account_id, number),
            reservation as (
                select coalesce(sum(c.reserved), 0) as amount
                from terms.credit_check c
                where c.account_id = any(array(select id from member)) and c.reserved_until > (select identity.clock())
                  and not coalesce(c.account_id = :account and c.order_number = nullif(:order, ''), false)
                  and not exists (select 1 from ledger.pub_order o
                                  where o.account_id = c.account_id and o.number = c.order_number))
            select owed.amount - settled.amount as receivables, unrated.items as unknown_receivables,
                   o.orders, o.undelivered, o.unknown as unknown_orders, reservation.amount as reserved
            from owed, settled, unrated, reservation,
                 (select coalesce(sum(rest) filter (where not is_begun), 0) as orders,
                         coalesce(sum(rest) filter (where is_begun), 0) as undelivered,
                         coalesce(sum(unknown), 0) as unknown from orders) o
            """;
}
