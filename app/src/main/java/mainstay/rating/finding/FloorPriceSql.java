package mainstay.rating.finding;

/// Which lines were sold below their floor price, as the beginning of a query.
final class FloorPriceSql {

    private FloorPriceSql() {}

    /// `priced`: the lines with a floor price, its money the one of the line's file or the firm's where it
    /// is a product's; `kept`: those of them sold for less by more than a cent, each with what of it was not
    /// credited since at the same price, the oldest line first. Asks for `from` and `asOf`; one place for a
    /// further condition on lines `s`.
    static final String LINES = """
            with priced as materialized (
                select l.* from (
                    select s.account_id, s.product_id, s.document_id, s.line, s.date, s.quantity,
                           coalesce(s.original_amount, s.amount)::numeric * 10000 / s.quantity as own_paid,
                           case when s.floor_price > 0 then coalesce(s.original_amount, s.amount) else s.amount end::numeric
                               * 10000 / s.quantity as paid,
                           case when s.floor_price > 0 and s.original_amount <> 0
                                then s.amount::numeric / s.original_amount else 1 end as rate,
                           case when s.floor_price > 0 then s.floor_price::numeric
                                when s.counted_in = p.unit and s.counted is not null
                                    then p.floor_price * s.counted::numeric / s.quantity
                                when s.unit is null or p.unit is null or s.unit = p.unit then p.floor_price::numeric
                           end as floor
                    from ledger.pub_sales_line s
                    left join ledger.pub_product p on p.id = s.product_id and p.floor_price > 0
                        and s.date between coalesce(p.floor_from, '-infinity') and coalesce(p.floor_to, 'infinity')
                    where s.date between :from and :asOf and s.account_id is not null and not s.credit
                      and s.quantity > 0 and s.amount > 0 and (s.floor_price > 0 or p.floor_price is not null) %1$s) l
                where l.floor is not null),
            below as materialized (
                select b.*, round(b.own_paid, -2) as price_key from (
                    select p.*, (p.floor - p.paid) * p.quantity / 10000 * p.rate as short from priced p) b
                where b.short > 100),
            credited as (
                select s.account_id, s.product_id, s.date, abs(s.quantity) as quantity,
                       round(abs(coalesce(s.original_amount, s.amount))::numeric * 10000 / abs(s.quantity), -2) as price_key
                from ledger.pub_sales_line s
                where s.date between :from and :asOf and (s.credit or s.quantity < 0) and s.quantity <> 0
                  and s.amount is not null
                  and s.account_id in (select b.account_id from below b) %1$s),
            matched as (
                select e.*,
                       coalesce(sum(e.back) over (partition by e.account_id, e.product_id, e.price_key), 0) as back_in_all,
                       coalesce(sum(e.back) over (partition by e.account_id, e.product_id, e.price_key
                                                  order by e.date desc, e.document_id nulls first
                                                  rows unbounded preceding), 0) as back_since,
                       sum(e.quantity) over (partition by e.account_id, e.product_id, e.price_key
                                             order by e.date, e.document_id nulls last, e.line
                                             rows unbounded preceding) as up_to_here
                from (select account_id, product_id, price_key, date, document_id, line, quantity, null as back, paid, floor, short
                      from below
                      union all
                      select account_id, product_id, price_key, date, null, null, null, quantity, null, null, null
                      from credited) e),
            kept as materialized (
                select m.account_id, m.document_id, m.line, m.date, m.quantity, m.paid, m.floor,
                       m.short * m.still / m.quantity as missing
                from (select m.*, m.quantity - least(m.quantity,
                                 greatest(0, least(m.back_in_all - (m.up_to_here - m.quantity), m.back_since))) as still
                      from matched m where m.document_id is not null) m
                where m.still > 0)
            """;
}
