package mainstay.workbench;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
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
    private static final int MOST = 200;

    private final TodayDesk desk;
    private final JdbcClient database;
    private final Clock clock;

    LeftEntries(TodayDesk desk, JdbcClient database, Clock clock) {
        this.desk = desk;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public List<Dropped> dropped() {
        return database.sql("""
                        with over as (
                            select h.from_user, h.rule, h.subject, max(h.id) filter (where h.outcome in ('done', 'settled')) as last
                            from workbench.handed h group by h.from_user, h.rule, h.subject),
                        passed as (
                            select h.from_user, h.rule, h.subject, count(*) as times, identity.pub_day(min(h.handed_at)) as since
                            from workbench.handed h
                            join over o on o.from_user = h.from_user and o.rule = h.rule and o.subject = h.subject
                            where h.id > coalesce(o.last, 0)
                            group by h.from_user, h.rule, h.subject)
                        select distinct on (h.rule, h.subject) h.rule, h.link, a.code, p.times,
                               case when p.times > :often then 'bounced' else 'untouched' end as why,
                               case when p.times > :often then p.since else identity.pub_day(h.handed_at) end as since
                        from workbench.handed h
                        join passed p on p.from_user = h.from_user and p.rule = h.rule and p.subject = h.subject
                        left join accounts.pub_account a on a.code = h.account_code
                        where h.closed_at is null and (p.times > :often or h.handed_at < :left)
                          and h.rule <> all (cast(:inside as text[]))
                        order by h.rule, h.subject, h.id desc limit :most
                        """)
                .param("often", OFTEN)
                .param("left", Sql.timestamp(clock.instant().minus(LEFT)))
                .param("inside", desk.rulesInside().toArray(String[]::new))
                .param("most", MOST)
                .query((row, number) -> dropped(row))
                .list();
    }

    private static Dropped dropped(ResultSet row) throws SQLException {
        return new Dropped(
                row.getString("why"),
                Text.of("work.rule." + row.getString("rule")),
                row.getString("link"),
                row.getString("code"),
                row.getObject("since", LocalDate.class),
                row.getLong("times"));
    }
}
