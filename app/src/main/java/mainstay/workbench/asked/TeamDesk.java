package mainstay.workbench.asked;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import mainstay.workbench.TodayDesk;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What stands on the lists of a team, counted: the words of an entry are for whose list it is. Of what is told within
/// the application only even the rule would tell something, so that it is not counted either.
@Service
@Transactional(readOnly = true)
class TeamDesk {

    private static final int LOOKED_BACK = 30;

    private final TodayDesk desk;
    private final JdbcClient database;
    private final Clock clock;

    TeamDesk(TodayDesk desk, JdbcClient database, Clock clock) {
        this.desk = desk;
        this.database = database;
        this.clock = clock;
    }

    /// Those first for whom most waits today.
    public List<TeamLine> lines() {
        return database.sql("""
                        select u.name, u.full_name,
                               count(*) filter (where a.ended_on is null and a.state = 'waiting') as waiting,
                               count(*) filter (where a.ended_on is null and a.state = 'waiting' and a.urgency = 3) as urgent,
                               max(abs(a.money)) filter (where a.ended_on is null and a.state = 'waiting') as money,
                               min(a.first_on) filter (where a.ended_on is null and a.state = 'waiting') as oldest,
                               count(*) filter (where a.ended_on is null and a.state = 'putOff') as put_off,
                               count(*) filter (where a.ended_on is null and a.state = 'handedOn') as handed_on,
                               count(*) filter (where a.answer = 'done' and a.answered_on > :since) as done,
                               count(*) filter (where a.answer is null and a.ending = 'facts' and a.ended_on > :since) as settled
                        from identity.pub_user u
                        left join workbench.asked a on a.user_id = u.id and a.rule <> all (cast(:inside as text[]))
                        where u.enabled
                        group by u.id, u.name, u.full_name
                        order by 4 desc, 3 desc, u.name
                        """)
                .param("since", LocalDate.now(clock).minusDays(LOOKED_BACK))
                .param("inside", inside())
                .query(RecordRows.of(TeamLine.class))
                .list();
    }

    /// @param name that somebody signs in with
    public List<TeamLine.ByRule> rulesOf(String name) {
        return database.sql("""
                        select a.rule, count(*) as waiting, count(*) filter (where a.urgency = 3) as urgent,
                               max(abs(a.money)) as money, min(a.first_on) as oldest
                        from workbench.asked a join identity.pub_user u on u.id = a.user_id
                        where u.name = :name and a.ended_on is null and a.state = 'waiting'
                          and a.rule <> all (cast(:inside as text[]))
                        group by a.rule order by 3 desc, 2 desc, a.rule
                        """)
                .param("name", name)
                .param("inside", inside())
                .query(RecordRows.of(TeamLine.ByRule.class))
                .list();
    }

    private String[] inside() {
        return desk.rulesInside().toArray(String[]::new);
    }

    /// The morning that this is about.
    public Optional<LocalDate> day() {
        return database.sql("select max(day) from workbench.morning where ended_at is not null")
                .query(LocalDate.class)
                .optional();
    }
}
