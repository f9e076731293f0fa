package mainstay.terms.price;

import java.util.List;
import mainstay.shared.RecordRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What was really paid where a price is agreed. The price of the product counts before that of its category,
/// that of a region before any; a cent for a unit is nothing. Lines in another unit that cannot be converted,
/// in another currency, or without what a discount is taken off are left out.
@Repository
@Transactional(readOnly = true)
class PricedLines {

    private final JdbcClient database;

    PricedLines(JdbcClient database) {
        this.database = database;
    }

    /// Of an account, the largest differences first.
    List<PricedLine> of(long account) {
        return database.sql(LINES)
                .param("account", account)
                .query(RecordRows.of(PricedLine.class))
                .list();
    }

    private static final String LINES = """
            with recursive up (id, steps) as (
                select cast(:account as bigint), 0
                union all
                select c.parent_id, u.steps + 1
                from up u join accounts.pub_control_today c on c.child_id = u.id)
                cycle id set looped using way,
            agreed as materialized (
                select p.*, u.steps from terms.price_in_force p
                join up u on u.id = p.account_id and not u.looped and (u.steps = 0 or p.whole_group)),
            sold as (
                select distinct on (s.document_id, s.line)
                       p.id as agreement, s.date, s.document_id, s.document, s.product, s.product_name, p.discount,
                       case when s.currency = p.currency then coalesce(s.original_amount, s.amount)
                            when s.currency is null or p.currency = (select currency from ledger.pub_state) then s.amount end as amount,
                       case when p.unit = '' or s.unit is null or s.unit = p.unit then s.quantity
                            when s.counted_in = p.unit then s.counted end as quantity,
                       coalesce(p.price, round(s.price * (1 - p.discount))::bigint) as agreed
                from agreed p
                join ledger.pub_sales_line s on s.account_id = :account and s.date between p.valid_from and least(p.last, date '2999-12-31')
                 and (s.product = p.product or s.category = p.category)
                 and (p.region = '' or s.region = p.region)
                where not s.credit and s.quantity > 0
                order by s.document_id, s.line, p.steps, p.product = '', p.region = '', p.unit = '', p.id desc),
            compared as (
                select s.*, round(s.amount::numeric * 10000 / s.quantity)::bigint as paid,
                       round(s.amount - s.agreed::numeric * s.quantity / 10000)::bigint as difference
                from sold s where s.amount is not null and s.quantity > 0 and s.agreed is not null)
            select c.agreement, c.date, c.document_id, coalesce(c.document, '') as document, c.product, c.product_name, c.quantity,
                   c.paid, c.agreed, c.difference
            from compared c where abs(c.paid - c.agreed) > 100
            order by abs(c.difference) desc, c.date, c.document_id limit 100
            """;
}
