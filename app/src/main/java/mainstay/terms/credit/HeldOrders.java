package mainstay.terms.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Orders that were held; of an order that was asked about several times, the last time.
@Repository
@Transactional(readOnly = true)
class HeldOrders {

    private final JdbcClient database;

    HeldOrders(JdbcClient database) {
        this.database = database;
    }

    /// Those that wait for somebody, the oldest first.
    List<HeldOrder> waiting(int most) {
        return database.sql(HELD + " where h.state in ('open', 'refused', 'asked') order by h.id limit :most")
                .param("most", most)
                .query(HeldOrders::order)
                .list();
    }

    /// Those with which somebody can do something, the oldest first; the others wait for a yes.
    List<HeldOrder> open(int most) {
        return database.sql(HELD + " where h.state in ('open', 'refused') order by h.id limit :most")
                .param("most", most)
                .query(HeldOrders::order)
                .list();
    }

    /// What was let go or closed, the newest first; it stays told when the order is asked about again.
    List<DecidedOrder> done(int most) {
        return database.sql("""
                        select a.code, a.name, c.order_number, c.amount, s.step, s.note, s.author, s.at
                        from terms.held_step s
                        join terms.credit_check c on c.id = s.check_id
                        join accounts.pub_card a on a.id = c.account_id
                        where s.step in ('released', 'closed') order by s.id desc limit :most
                        """).param("most", most).query(HeldOrders::decided).list();
    }

    private static DecidedOrder decided(ResultSet row, int number) throws SQLException {
        return new DecidedOrder(
                row.getString("code"),
                row.getString("name"),
                row.getString("order_number"),
                row.getLong("amount"),
                row.getString("step"),
                row.getString("note"),
                row.getString("author"),
                Objects.requireNonNull(Sql.instant(row, "at")));
    }

    void hold(long id) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('terms.held', :id))::text")
                .param("id", id)
                .query()
                .singleRow();
    }

    Optional<HeldOrder> byId(long id) {
        return database.sql(HELD + " where h.id = :id")
                .param("id", id)
                .query(HeldOrders::order)
                .optional();
    }

    /// The question after which its release was asked for last; it may have been asked about again since.
    Optional<Long> askedAfter(HeldOrder order) {
        return database.sql("""
                        select s.check_id from terms.held_step s join terms.credit_check k on k.id = s.check_id
                        where k.account_id = :account and (k.id = :id or k.order_number = :order) and s.step = 'asked'
                        order by s.id desc limit 1
                        """)
                .param("account", order.accountId())
                .param("id", order.id())
                .param("order", order.order(), java.sql.Types.VARCHAR)
                .query((row, number) -> row.getLong("check_id"))
                .optional();
    }

    private static HeldOrder order(ResultSet row, int number) throws SQLException {
        return new HeldOrder(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getLong("account_id"),
                row.getString("order_number"),
                row.getLong("amount"),
                row.getLong("amount") - row.getLong("prepaid"),
                row.getBoolean("shown") ? Sql.number(row, "credit_limit") : null,
                row.getBoolean("shown") ? Sql.number(row, "exposure") : null,
                row.getString("holder"),
                row.getLong("prepayment"),
                row.getLong("paid"),
                row.getString("state"),
                row.getString("note"),
                row.getString("author"),
                Objects.requireNonNull(Sql.instant(row, "checked_at")));
    }

    /// Steps belong to the order, whichever question they followed; a release counts for as much as it was given for,
    /// and an order that is asked about again is open again.
    private static final String HELD = """
            with held as (
                select c.*, l.note, l.author,
                       case when l.step = 'released' and l.covers < c.amount - c.prepaid then 'open'
                            when l.step = 'closed' and l.check_id <> c.id then 'open'
                            else coalesce(l.step, 'open') end as state,
                       coalesce((select sum(s.amount) from terms.held_step s
                                 join terms.credit_check k on k.id = s.check_id
                                 where k.account_id = c.account_id and (k.id = c.id or k.order_number = c.order_number)),
                                0)::bigint as paid
                from terms.credit_check c
                left join lateral (
                    select s.step, s.note, s.author, s.check_id, k.amount - k.prepaid as covers
                    from terms.held_step s join terms.credit_check k on k.id = s.check_id
                    where k.account_id = c.account_id and (k.id = c.id or k.order_number = c.order_number)
                      and s.step <> 'prepaid'
                    order by s.id desc limit 1) l on true
                where c.stage = 'order' and c.decision = 'hold'
                  and not exists (select 1 from terms.credit_check later
                                  where later.account_id = c.account_id and later.order_number = c.order_number
                                    and later.stage = 'order' and later.id > c.id))
            select h.*, a.code, a.name, o.name || ' ' || o.code as holder,
                   coalesce((select identity.reach()), 0) >= 2
                   or accounts.pub_level(h.holder_id) >= 2
                      and not (accounts.pub_controls_unseen(h.holder_id, (select terms.counted_to()))
                               and exists (select 1 from terms.pub_entitlement e
                                           where e.account_id = h.holder_id and e.measure = 'creditLimit' and e.limit_rule = 'rebate')
                               and exists (select 1 from terms.reckoned r
                                           where r.account_id = h.holder_id and r.whole_group and not r.confidential)) as shown
            from held h
            join accounts.pub_card a on a.id = h.account_id
            left join accounts.pub_card o on o.id = h.holder_id and o.id <> h.account_id
            """;
}
