package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.rating.finding.Evidence.Cell;
import mainstay.rating.finding.Evidence.Row;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// An account gains in a region outside its territory in the same weeks in which those authorised there lose.
/// The measure is how far these fall below their usual week of the thirteen before the quarter.
@Component
class NeighbourTest implements FindingTest {
    private static final int WEEKS_BEFORE = 13;

    private final Suspicions suspicions;
    private final JdbcClient jdbc;

    NeighbourTest(Suspicions suspicions, JdbcClient jdbc) {
        this.suspicions = suspicions;
        this.jdbc = jdbc;
    }

    /// `away`: weeks of accounts in regions outside their territory; `home`: weeks of regions with those at
    /// home there. A week that is not over says nothing yet.
    private static final String WEEKS = """
            , away as materialized (
                select s.account_id, s.region, date_trunc('week', s.date)::date as week, sum(s.amount) as amount
                from shipped s where s.outside and date_trunc('week', s.date)::date + 6 <= cast(:asOf as date) group by 1, 2, 3),
            home as materialized (
                select s.region, date_trunc('week', s.date)::date as week, sum(s.amount) as amount
                from shipped s where not s.outside and date_trunc('week', s.date)::date + 6 <= cast(:asOf as date) group by 1, 2)
            """;

    @Override
    public String code() {
        return "neighbour";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean counts() {
        return true;
    }

    @Override
    public List<Suspicion> look(Examined examined) {
        return suspicions.of(
                TerritorySql.SHIPPED.formatted("") + WEEKS + """
                , gained as (
                    select a.account_id, a.region, date_trunc('quarter', a.week)::date as quarter, count(*) as weeks,
                           sum(a.amount) as amount, sum(coalesce(h.amount, 0)) as neighbours
                    from away a left join home h on h.region = a.region and h.week = a.week
                    where a.amount > 0 and date_trunc('quarter', a.week) >= :first
                    group by 1, 2, 3),
                usual as (
                    select g.account_id, g.region, g.quarter,
                           (select coalesce(sum(h.amount), 0) / 13 from home h
                            where h.region = g.region and h.week between g.quarter - 91 and g.quarter - 1) as neighbours
                    from gained g),
                before as (
                    select g.account_id, g.region, g.quarter, sum(a.amount) / 13 as amount
                    from gained g join away a on a.account_id = g.account_id and a.region = g.region
                        and a.week between g.quarter - 91 and g.quarter - 1
                    group by 1, 2, 3),
                compared as (
                    select g.account_id, g.region, g.quarter, g.weeks, u.neighbours * g.weeks as expected, g.neighbours,
                           g.amount - coalesce(b.amount, 0) * g.weeks as rise, u.neighbours * g.weeks - g.neighbours as lost
                    from gained g
                    join usual u using (account_id, region, quarter)
                    left join before b using (account_id, region, quarter)
                    where u.neighbours > 0)
                select distinct on (c.account_id, c.quarter)
                       c.account_id as account, c.quarter, (c.lost / c.expected)::double precision as measure,
                       c.weeks as evidence, c.rise::bigint as money, c.region, c.weeks,
                       c.rise::bigint as rise, c.lost::bigint as lost, (c.lost / c.expected)::double precision as fall
                from compared c where c.rise > 0 and c.lost > 0
                order by c.account_id, c.quarter, c.rise desc
                """,
                Map.of(
                        "from", examined.from().minusWeeks(WEEKS_BEFORE),
                        "first", examined.from(),
                        "asOf", examined.asOf()));
    }

    /// The last week of a quarter ends in the next one.
    private static LocalDate lastDay(Subject subject) {
        LocalDate weekAfter = subject.quarter().to().plusDays(6);
        LocalDate asOf = subject.examined().asOf();
        return weekAfter.isAfter(asOf) ? asOf : weekAfter;
    }

    /// What those at home sold is for those who see the business of all.
    @Override
    public Text sentence(Figures figures) {
        if (!Acting.actor().reaches(Level.BUSINESS)) {
            return Text.of(
                    "findings.sentence.neighbourUnseen",
                    figures.text("region"),
                    figures.money("rise"),
                    figures.count("weeks"));
        }
        return Text.of(
                "findings.sentence.neighbour",
                figures.text("region"),
                figures.money("rise"),
                figures.count("weeks"),
                figures.money("lost"),
                figures.share("fall"));
    }

    @Override
    public Evidence evidence(Subject subject) {
        LocalDate from = subject.quarter().from();
        List<Row> rows = jdbc.sql(TerritorySql.SHIPPED.formatted("""
                        and s.region in (select o.region from ledger.pub_sales_line o
                                         where o.account_id = :account and o.date between :quarter and :asOf)
                        """) + WEEKS + """
                        select a.week, a.region, a.amount::bigint as own,
                               case when (select identity.reach()) >= 2 then coalesce(h.amount, 0) end::bigint as neighbours,
                               case when (select identity.reach()) >= 2 then
                                   (select round(coalesce(sum(b.amount), 0) / 13, -2) from home b
                                    where b.region = a.region and b.week between cast(:quarter as date) - 91 and cast(:quarter as date) - 1) end::bigint as usual
                        from away a left join home h on h.region = a.region and h.week = a.week
                        where a.account_id = :account and a.amount > 0 and date_trunc('quarter', a.week) = :quarter
                        order by a.region, a.week limit 200
                        """)
                .param("account", subject.account())
                .param("from", from.minusWeeks(WEEKS_BEFORE))
                .param("quarter", from)
                .param("asOf", lastDay(subject))
                .query((row, number) -> new Row(
                        List.of(
                                Cell.day(row.getObject("week", LocalDate.class)),
                                Cell.text(row.getString("region")),
                                Cell.money(Sql.number(row, "own")),
                                Cell.money(Sql.number(row, "neighbours")),
                                Cell.money(Sql.number(row, "usual"))),
                        LineRows.lines(subject)
                                .with("region", row.getString("region"))
                                .toString()))
                .list();
        return new Evidence(
                List.of(
                        "findings.row.week",
                        "findings.row.region",
                        "findings.row.own",
                        "findings.row.neighbours",
                        "findings.row.usual"),
                rows,
                LineRows.lines(subject).toString());
    }
}
