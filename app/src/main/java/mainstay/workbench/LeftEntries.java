package mainstay.workbench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.shared.DroppedWork;
import mainstay.shared.Sql;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Entries of Today that went from one to the next while they were one case, or that the one who has them leaves
/// lying. They are told by their rule: what else stands in them is for whose list it is, and what is told to nobody
/// else is left out.
@Component
@Transactional(readOnly = true)
class LeftEntries implements DroppedWork {

    static final Duration LEFT = Duration.ofDays(7);
    private static final int OFTEN = 2;

    private final TodayDesk desk;
    private final JdbcClient database;
    private final Clock clock;

    LeftEntries(TodayDesk desk, JdbcClient database, Clock clock) {
        this.desk = desk;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Drops dropped(int most) {
        List<Dropped> found = new ArrayList<>();
        long[] total = {0};
        database.sql("""
                        with over as (
                            select h.from_user, h.rule, h.subject, max(h.id) filter (where h.outcome in ('done', 'settled')) as last
                            from workbench.handed h group by h.from_user, h.rule, h.subject),
                        passed as (
                            select h.from_user, h.rule, h.subject, count(*) as times, identity.pub_day(min(h.handed_at)) as since
                            from workbench.handed h
                            join over o on o.from_user = h.from_user and o.rule = h.rule and o.subject = h.subject
                            where h.id > coalesce(o.last, 0)
                            group by h.from_user, h.rule, h.subject),
                        left_lying as (
                        select distinct on (h.rule, h.subject) h.rule, h.link, h.account_code, p.times,
                               case when p.times > :often then 'bounced' else 'untouched' end as why,
                               case when p.times > :often then p.since else identity.pub_day(h.handed_at) end as since
                        from workbench.handed h
                        join passed p on p.from_user = h.from_user and p.rule = h.rule and p.subject = h.subject
                        where h.closed_at is null and (p.times > :often or h.handed_at < :left)
                          and h.rule <> all (cast(:inside as text[]))
                        order by h.rule, h.subject, h.id desc)
                        select l.rule, l.link, l.times, l.why, l.since, a.code, a.name, count(*) over () as total,
                               v.money, v.group_money
                        from left_lying l left join accounts.pub_card a on a.code = l.account_code
                        left join lateral (select w.money, w.group_money from portfolio.pub_worth w where w.account_id = a.id) v on true
                        order by greatest(v.money, v.group_money) desc nulls last, l.since, l.rule limit :most
                        """)
                .param("often", OFTEN)
                .param("left", Sql.timestamp(clock.instant().minus(LEFT)))
                .param("inside", desk.rulesInside().toArray(String[]::new))
                .param("most", most)
                .query(row -> {
                    total[0] = row.getLong("total");
                    found.add(dropped(row));
                });
        return new Drops(total[0], found);
    }

    private static Dropped dropped(ResultSet row) throws SQLException {
        return new Dropped(
                row.getString("why"),
                Text.of("work.rule." + row.getString("rule")),
                row.getString("link"),
                row.getString("code"),
                row.getString("name"),
                row.getObject("money", Long.class),
                row.getObject("group_money", Long.class),
                row.getObject("since", LocalDate.class),
                row.getLong("times"));
    }
}
