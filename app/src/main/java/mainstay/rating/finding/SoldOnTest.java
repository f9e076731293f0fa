package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.rating.finding.Evidence.Cell;
import mainstay.rating.finding.Evidence.Row;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Bought, and neither sold on nor in stock by the dealer's own reports. The measure is what is missing as a
/// share of the purchases; where the reports do not say the stock, it may simply lie there, so the finding is
/// not strong.
@Component
class SoldOnTest implements FindingTest {
    private static final int MONTHS_BEFORE = 3;

    private final Suspicions suspicions;
    private final JdbcClient jdbc;

    SoldOnTest(Suspicions suspicions, JdbcClient jdbc) {
        this.suspicions = suspicions;
        this.jdbc = jdbc;
    }

    /// `flows`: by account, quarter and product what was bought and sold on in the months that the dealer
    /// reported, and its stock at both ends. Two places: conditions on lines `s` and on reports `o`.
    private static final String FLOWS = """
            with reported as materialized (
                select o.account_id, o.product, o.month, o.unit, sum(o.quantity) as sold, sum(o.stock) as stock
                from ledger.pub_sell_out o where o.month between :before and :asOf %2$s group by 1, 2, 3, 4),
            months as (select distinct account_id, month from reported where month >= :from),
            products as (select distinct account_id, product, unit from reported),
            bought as materialized (
                select s.account_id, s.product, date_trunc('month', s.date)::date as month, s.counted_in as unit,
                       sum(case when s.credit then -abs(s.counted) else s.counted end) as quantity,
                       sum(s.amount) as amount
                from ledger.pub_sales_line s
                where s.date between :from and :asOf and s.product is not null and s.counted is not null
                  and s.amount is not null and s.account_id in (select r.account_id from reported r) %1$s
                group by 1, 2, 3, 4),
            prices as (
                select account_id, product, sum(amount) / sum(quantity) as price from bought
                group by 1, 2 having sum(quantity) > 0 and sum(amount) > 0),
            monthly as (
                select p.account_id, p.product, p.unit, m.month, date_trunc('quarter', m.month)::date as quarter,
                       coalesce(b.quantity, 0) as bought, coalesce(r.sold, 0) as sold, r.stock
                from products p
                join months m on m.account_id = p.account_id
                left join lateral (select sum(b.quantity) as quantity from bought b
                                   where b.account_id = p.account_id and b.product = p.product and b.month = m.month
                                     and (p.unit is null or b.unit = '' or b.unit = p.unit)) b on true
                left join reported r on r.account_id = p.account_id and r.product = p.product and r.month = m.month
                    and r.unit is not distinct from p.unit),
            flows as materialized (
                select f.account_id, f.quarter, f.product, f.bought, f.sold, f.months, f.stock_now - b.stock as stocked,
                       c.price, (f.bought - f.sold - coalesce(f.stock_now - b.stock, 0)) as missing
                from (select account_id, quarter, product, unit, sum(bought) as bought, sum(sold) as sold,
                             count(*) filter (where bought <> 0) as months,
                             (array_agg(stock order by month desc))[1] as stock_now
                      from monthly group by 1, 2, 3, 4) f
                join prices c on c.account_id = f.account_id and c.product = f.product
                left join reported b on b.account_id = f.account_id and b.product = f.product
                    and b.unit is not distinct from f.unit and b.month = (f.quarter - interval '1 month')::date)
            """;

    @Override
    public String code() {
        return "soldOn";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public List<Suspicion> look(Examined examined) {
        return suspicions.of(
                FLOWS.formatted("", "") + """
                select f.account_id as account, f.quarter,
                       (sum(f.missing * f.price) / sum(f.bought * f.price))::double precision as measure,
                       sum(f.months)::bigint as evidence, greatest(0, sum(f.missing * f.price))::bigint as money,
                       case when bool_and(f.stocked is not null) then 3 else 2 end as most,
                       sum(f.bought * f.price)::bigint as bought, sum(f.sold * f.price)::bigint as sold,
                       sum(f.stocked * f.price)::bigint as stocked, greatest(0, sum(f.missing * f.price))::bigint as missing
                from flows f group by 1, 2
                having sum(f.bought * f.price) > 0 and sum(f.missing * f.price) > 0
                """,
                Map.of(
                        "from", examined.from(),
                        "before", examined.from().minusMonths(MONTHS_BEFORE),
                        "asOf", examined.asOf()));
    }

    @Override
    public Text sentence(Figures figures) {
        return Text.of(
                "findings.sentence.soldOn",
                figures.money("bought"),
                figures.money("sold"),
                figures.money("stocked"),
                figures.money("missing"));
    }

    @Override
    public Evidence evidence(Subject subject) {
        LocalDate from = subject.quarter().from();
        List<Row> rows = jdbc.sql(FLOWS.formatted("and s.account_id = :account", "and o.account_id = :account") + """
                        select f.product, f.bought::bigint as bought, f.sold::bigint as sold, f.stocked::bigint as stocked,
                               f.missing::bigint as missing, round(f.missing * f.price, -2)::bigint as money
                        from flows f where f.quarter = :quarter and (f.bought <> 0 or f.sold <> 0)
                        order by f.missing * f.price desc limit 200
                        """)
                .param("account", subject.account())
                .param("from", from)
                .param("before", from.minusMonths(MONTHS_BEFORE))
                .param(
                        "asOf",
                        Examined.of(subject.quarter(), subject.examined().asOf())
                                .asOf())
                .param("quarter", from)
                .query((row, number) -> new Row(
                        List.of(
                                Cell.text(row.getString("product")),
                                Cell.quantity(Sql.number(row, "bought")),
                                Cell.quantity(Sql.number(row, "sold")),
                                Cell.quantity(Sql.number(row, "stocked")),
                                Cell.quantity(Sql.number(row, "missing")),
                                Cell.money(Sql.number(row, "money"))),
                        LineRows.lines(subject).with("cut", "product").toString()))
                .list();
        return new Evidence(
                List.of(
                        "findings.row.product",
                        "findings.row.bought",
                        "findings.row.sold",
                        "findings.row.stocked",
                        "findings.row.missingQuantity",
                        "findings.row.money"),
                rows,
                LineRows.lines(subject).toString());
    }
}
