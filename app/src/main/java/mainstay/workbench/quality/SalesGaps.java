package mainstay.workbench.quality;

import java.util.List;
import mainstay.shared.Period;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What sales lines lack. The days of accounts say how much; lines are asked only about what is missing there.
@Repository
class SalesGaps {
    private static final int WORST = 8;

    private final JdbcClient jdbc;

    SalesGaps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Sums of a period; all include the lines without a customer but where said otherwise.
    ///
    /// @param attributed revenue of lines with a customer
    /// @param known      the part of it whose cost is known
    /// @param without    lines with a customer and no cost
    /// @param blind      accounts with sales of which no line has a cost
    /// @param unrated    lines in a currency without a rate
    record Sums(
            long revenue,
            long attributed,
            long known,
            long without,
            long accounts,
            long blind,
            long nobodysLines,
            long nobodysRevenue,
            long unrated) {}

    /// A place with much of a gap.
    record Place(
            @Nullable String name,
            @Nullable String code,
            long rows,
            @Nullable Long money) {}

    Sums sums(Period period) {
        return jdbc.sql("""
                with account as (
                    select d.account_id, sum(d.net_lines) as lines, sum(d.net_amount) as amount,
                           sum(d.net_known_lines) as known_lines, sum(d.net_known_amount) as known,
                           sum(d.unknown_lines) as unrated
                    from ledger.pub_account_day d where d.day between :from and :to group by 1)
                select coalesce(sum(amount), 0)::bigint as revenue,
                       coalesce(sum(amount) filter (where account_id is not null), 0)::bigint as attributed,
                       coalesce(sum(known) filter (where account_id is not null), 0)::bigint as known,
                       coalesce(sum(lines - known_lines) filter (where account_id is not null), 0)::bigint as without,
                       count(account_id) as accounts,
                       count(account_id) filter (where known_lines = 0) as blind,
                       coalesce(sum(lines) filter (where account_id is null), 0)::bigint as nobodys_lines,
                       coalesce(sum(amount) filter (where account_id is null), 0)::bigint as nobodys_revenue,
                       coalesce(sum(unrated), 0)::bigint as unrated
                from account
                """)
                .param("from", period.from())
                .param("to", period.to())
                .query(RecordRows.of(Sums.class))
                .single();
    }

    List<Place> accountsWithoutCost(Period period) {
        return places(period, """
                select a.name, a.code, d.rows, d.money
                from (select d.account_id, sum(d.net_lines - d.net_known_lines)::bigint as rows,
                             sum(d.net_amount - d.net_known_amount)::bigint as money
                      from ledger.pub_account_day d where d.day between :from and :to and d.account_id is not null
                      group by 1 having sum(d.net_lines - d.net_known_lines) > 0) d
                join accounts.pub_card a on a.id = d.account_id
                order by d.money desc, a.code limit :most
                """);
    }

    List<Place> productsWithoutCost(Period period) {
        return places(period, """
                select coalesce(p.name, p.code) as name, l.product_id::text as code, l.rows, l.money
                from (select l.product_id, count(*) as rows, coalesce(sum(l.amount), 0)::bigint as money
                      from ledger.pub_sales_line l
                      where l.date between :from and :to and l.cost is null and l.account_id is not null
                      group by 1 order by 3 desc limit :most) l
                left join ledger.pub_product p on p.id = l.product_id
                order by l.money desc
                """);
    }

    /// Regions that are empty, or that a list of territories does not know where there is one.
    List<Place> unknownRegions(Period period) {
        return jdbc.sql("""
                select r.name, cast(null as text) as code, r.rows, r.money
                from (select coalesce(l.region, '') as name, count(*) as rows, coalesce(sum(l.amount), 0)::bigint as money
                      from ledger.pub_sales_line l
                      where l.date between :from and :to and l.account_id is not null
                      group by 1) r
                where r.name = ''
                   or (exists (select 1 from ledger.pub_territory)
                       and not exists (select 1 from ledger.pub_territory t where t.region = r.name))
                order by r.money desc
                """)
                .param("from", period.from())
                .param("to", period.to())
                .query(RecordRows.of(Place.class))
                .list();
    }

    /// Money stays in the currency of the lines.
    List<Place> currenciesWithoutRate(Period period) {
        return places(period, """
                select l.currency as name, l.currency as code, count(*) as rows, sum(l.original_amount)::bigint as money
                from ledger.pub_sales_line l
                where l.date between :from and :to and l.amount is null and l.currency is not null
                group by l.currency order by 3 desc limit :most
                """);
    }

    List<Place> withoutManager(Period period) {
        return jdbc.sql("""
                select a.name, a.code, d.rows, d.money
                from (select d.account_id, sum(d.net_lines)::bigint as rows, sum(d.net_amount)::bigint as money
                      from ledger.pub_account_day d where d.day between :from and :to and d.account_id is not null
                      group by 1) d
                join accounts.pub_card a on a.id = d.account_id
                where a.manager_code is null and (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                order by d.money desc, a.code
                """)
                .param("from", period.from())
                .param("to", period.to())
                .query(RecordRows.of(Place.class))
                .list();
    }

    private List<Place> places(Period period, String sql) {
        return jdbc.sql(sql)
                .param("from", period.from())
                .param("to", period.to())
                .param("most", WORST)
                .query(RecordRows.of(Place.class))
                .list();
    }
}
