package mainstay.planning.need;

import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the ledger knows of deliveries.
@Repository
@Transactional(readOnly = true)
class Supplies {

    private final JdbcClient database;

    Supplies(JdbcClient database) {
        this.database = database;
    }

    /// Of the goods that a need is about. Quantities are of the unit it names, or of the one most deliveries state.
    Supply of(Need need) {
        return database.sql("""
                        with span as (
                            select (s.data_to - interval '12 months')::date as after, s.data_to as until from ledger.pub_state s),
                        line as (
                            select d.* from terms.pub_due_delivery d cross join span
                            where d.account_id = :account and (cast(:product as text) is null or d.product = :product)
                              and coalesce(d.delivered, d.due) > span.after and coalesce(d.delivered, d.due) <= span.until),
                        counted as (
                            select coalesce(cast(:unit as text), mode() within group (order by l.unit)) as unit from line l),
                        ordered as (
                            select o.number, min(o.ordered_on) as ordered_on from ledger.pub_order o
                            where o.account_id = :account and not o.cancelled group by o.number),
                        lead as (
                            select l.delivered - o.ordered_on as days
                            from line l join ordered o on o.number = l.number where l.delivered >= o.ordered_on),
                        batch as (
                            select sum(l.quantity_delivered) as quantity
                            from line l cross join counted c
                            where l.quantity_delivered > 0 and l.unit is not distinct from c.unit
                            group by l.number, l.delivered, l.product),
                        gap as (
                            select g.delivered - lag(g.delivered) over (order by g.delivered) as days
                            from (select distinct l.delivered from line l where l.delivered is not null) g),
                        paid as (
                            select sum(s.amount) as amount, sum(s.counted) as quantity
                            from ledger.pub_sales_line s cross join span
                            where cast(:product as text) is not null and s.account_id = :account and s.product = :product
                              and s.date > span.after and s.date <= span.until and not s.credit and s.amount is not null
                              and s.counted > 0 and (cast(:unit as text) is null or s.counted_in = :unit))
                        select (select after from span) as after, (select until from span) as until,
                               (select count(*) from line where delivered is not null) as lines,
                               (select count(*) from line where due is not null) as judged,
                               (select count(*) from line where delivered <= due
                                   and coalesce(quantity_delivered >= quantity_ordered, true)) as on_time_in_full,
                               (select count(*) from lead) as lead_lines,
                               (select percentile_disc(0.5) within group (order by days) from lead) as lead_usual,
                               (select percentile_disc(0.9) within group (order by days) from lead) as lead_slow,
                               (select unit from counted) as unit,
                               (select percentile_disc(0.1) within group (order by quantity)::bigint from batch) as batch_small,
                               (select percentile_disc(0.5) within group (order by quantity)::bigint from batch) as batch_usual,
                               (select percentile_disc(0.9) within group (order by quantity)::bigint from batch) as batch_large,
                               (select count(distinct delivered) from line) as deliveries,
                               (select percentile_disc(0.5) within group (order by days) from gap where days is not null) as cycle_usual,
                               (select round(amount * 10000.0 / nullif(quantity, 0))::bigint from paid) as price
                        """)
                .param("account", need.accountId())
                .param("product", need.product())
                .param("unit", need.unit())
                .query(RecordRows.of(Supply.class))
                .single();
    }
}
