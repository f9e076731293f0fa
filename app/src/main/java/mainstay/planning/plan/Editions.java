package mainstay.planning.plan;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What plans said when somebody was asked to approve them.
@Service
@Transactional
public class Editions {

    private final JdbcClient database;
    private final Clock clock;

    Editions(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @param title   of the plan at that time, as are the days
    /// @param outcome `asked`, `granted`, `refused` or `withdrawn`
    public record Edition(
            int number,
            String title,
            LocalDate periodFrom,
            LocalDate periodTo,
            String keptBy,
            Instant keptAt,
            String outcome) {

        public String outcomeKey() {
            return "plan.outcome." + outcome;
        }

        public String tone() {
            return outcome.equals("granted") ? "tag-good" : outcome.equals("asked") ? "tag-warn" : "tag-muted";
        }
    }

    /// A part of a strategy as it stood.
    public record Part(String name, String text) {}

    /// A goal as it stood.
    public record FormerGoal(
            String metric,
            @Nullable Double baseline,
            double base,
            @Nullable Double stretch,
            @Nullable Double challenge,
            LocalDate dueOn) {}

    /// Work as it stood.
    public record FormerWork(String title, String form, LocalDate startsOn, LocalDate dueOn, String standard) {}

    void keep(long plan, int number) {
        database.sql("""
                        insert into planning.edition (plan_id, number, account_id, content, kept_by, kept_at)
                        select p.id, :number, p.account_id,
                               jsonb_build_object(
                                   'plan', to_jsonb(p),
                                   'goals', coalesce((select jsonb_agg(to_jsonb(g) order by g.id) from planning.goal g
                                                      where g.plan_id = p.id and g.dropped_at is null), '[]'),
                                   'risks', coalesce((select jsonb_agg(to_jsonb(k) order by k.id) from planning.risk k
                                                      where k.plan_id = p.id and k.ended_at is null), '[]'),
                                   'work', coalesce((select jsonb_agg(to_jsonb(w) order by w.starts_on, w.id)
                                                     from planning.work_item w
                                                     where w.plan_id = p.id and w.state <> 'dropped'), '[]')),
                               :by, :at
                        from planning.plan p where p.id = :plan
                        """)
                .param("plan", plan)
                .param("number", number)
                .param("by", Acting.actor().name())
                .param("at", Sql.timestamp(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public List<Edition> of(long plan) {
        return database.sql("""
                        select number, content -> 'plan' ->> 'title' as title, (content -> 'plan' ->> 'period_from')::date as period_from,
                               (content -> 'plan' ->> 'period_to')::date as period_to, kept_by, kept_at, outcome
                        from planning.edition where plan_id = :plan order by number desc
                        """)
                .param("plan", plan)
                .query(RecordRows.of(Edition.class))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Edition> at(long plan, int number) {
        return of(plan).stream().filter(each -> each.number() == number).findFirst();
    }

    @Transactional(readOnly = true)
    public List<Part> parts(long plan, int number) {
        return database.sql("""
                        select t.name, e.content -> 'plan' ->> t.name as text
                        from planning.edition e
                        cross join unnest(array['understanding', 'competition', 'affinity', 'management', 'strengths', 'weaknesses',
                                                'chances', 'threats']) with ordinality t(name, place)
                        where e.plan_id = :plan and e.number = :number and e.content -> 'plan' ->> t.name is not null
                        order by t.place
                        """)
                .param("plan", plan)
                .param("number", number)
                .query(RecordRows.of(Part.class))
                .list();
    }

    @Transactional(readOnly = true)
    public List<FormerGoal> goals(long plan, int number) {
        return database.sql("""
                        select g.* from planning.edition e
                        cross join jsonb_to_recordset(e.content -> 'goals')
                            g(metric text, baseline double precision, base double precision, stretch double precision,
                              challenge double precision, due_on date)
                        where e.plan_id = :plan and e.number = :number
                        """)
                .param("plan", plan)
                .param("number", number)
                .query(RecordRows.of(FormerGoal.class))
                .list();
    }

    @Transactional(readOnly = true)
    public List<FormerWork> work(long plan, int number) {
        return database.sql("""
                        select w.* from planning.edition e
                        cross join jsonb_to_recordset(e.content -> 'work')
                            w(title text, form text, starts_on date, due_on date, standard text)
                        where e.plan_id = :plan and e.number = :number
                        """)
                .param("plan", plan)
                .param("number", number)
                .query(RecordRows.of(FormerWork.class))
                .list();
    }
}
