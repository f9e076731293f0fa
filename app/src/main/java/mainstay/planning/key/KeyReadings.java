package mainstay.planning.key;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.planning.PlanTimes;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads what keys are judged by, of all accounts asked for with one statement.
@Repository
@Transactional(readOnly = true)
class KeyReadings {

    private static final String ONE = "select cast(:account as bigint)";
    private static final String WATCHED = """
            select k.account_id from rating.pub_key_account k
            union
            select p.account_id from planning.plan p where %s""".formatted(PlanTimes.notOver("p"));

    private static final String SCOPE = """
            with watched as materialized (
                select a.id as account_id, a.code, a.name, a.category, a.manager_name, coalesce(r.stars, 0) as stars, r.solid_stars,
                       greatest(s.revenue, g.revenue) as money, s.revenue, s.known_revenue, s.profit,
                       greatest(:reach, coalesce(o.level, 0)) as level
                from (%s) w (account_id)
                join accounts.pub_account a on a.id = w.account_id
                left join rating.pub_rating r on r.account_id = a.id
                left join portfolio.pub_standing s on s.scope = 'account' and s.account_id = a.id
                left join portfolio.pub_standing g on g.scope = 'group' and g.account_id = a.id
                left join identity.pub_own_grant o on o.account_id = a.id
                where %s
                order by money desc nulls last, a.code limit :most)
            """;

    private static final String STILL_OPEN = """
            (a.closed_on is null or a.closed_on > :today)
              and (cast(:manager as bigint) is null or a.manager_id = :manager)
              and (cast(:stars as integer) is null or coalesce(r.stars, 0) = :stars)""";

    /// Facts are looked up account by account: the whole archive is many times larger than what is asked of it.
    private static final String ARCHIVE = """
            , known as materialized (
                select w.account_id, f.field, f.stale_on from watched w
                cross join lateral (select x.field, x.stale_on from dossier.pub_fact x where x.account_id = w.account_id offset 0) f),
            asked as (
                select w.account_id, d.code = 'competitorRelations' as rivals, d.weight, w.level >= d.sensitivity as seen,
                       k.field is not null as known, k.stale_on, k.stale_on <= :today as old
                from watched w
                join dossier.pub_field d on (d.categories is null or w.category = any (d.categories))
                                        and (d.least_stars is null or w.solid_stars >= d.least_stars)
                left join known k on k.account_id = w.account_id and k.field = d.code),
            archive as (
                select q.account_id, sum(q.weight) filter (where q.seen) as asked, sum(q.weight) filter (where not q.seen) as hidden,
                       sum(q.weight) filter (where q.seen and q.known) as filled,
                       sum(q.weight) filter (where q.seen and q.known and q.old is not true) as fresh,
                       count(*) filter (where q.seen and not q.known and q.weight > 0) as missing,
                       count(*) filter (where q.seen and q.known and q.weight > 0 and q.old) as old,
                       bool_or(q.seen) filter (where q.rivals) as rivals_seen,
                       bool_or(q.known) filter (where q.rivals and q.seen) as rivals_known,
                       min(q.stale_on) filter (where q.rivals and q.seen) as rivals_old_on
                from asked q group by q.account_id),
            people as (
                select w.account_id, count(distinct p.person_id) as people from watched w
                cross join lateral (
                    select x.person_id from accounts.pub_position x
                    where x.account_id = w.account_id and coalesce(x.until_on >= :today, true) offset 0) p
                group by w.account_id)
            """;

    private static final String PLAN = """
            , plan as (
                select w.account_id, p.* from watched w
                cross join lateral (
                    select x.id, x.state, x.period_from, x.period_to, x.competition is not null as competition,
                           coalesce((select max(v.held_on) from planning.review v where v.plan_id = x.id), x.period_from) as reviewed_on
                    from planning.plan x
                    where x.account_id = w.account_id and %s
                    order by greatest(x.period_from, :today), x.state = 'approved' desc, x.period_from desc, x.id desc limit 1) p),
            goal as (
                select p.account_id, count(*) as goals, count(g.baseline) as measured, count(*) filter (where g.shared) as shared
                from plan p join planning.goal g on g.plan_id = p.id and g.dropped_at is null and g.due_on >= :today
                group by p.account_id),
            work as (
                select i.account_id, count(*) filter (where i.to_do) as to_do, count(*) filter (where i.to_do and i.due_on < :today) as overdue,
                       min(i.due_on) filter (where i.to_do and i.due_on < :today) as overdue_since,
                       count(*) filter (where i.judged) as judged, count(*) filter (where i.judged and i.done_on <= i.due_on) as in_time,
                       count(*) as works
                from (select w.account_id, x.due_on, x.done_on, x.state in ('open', 'doing') and p.state <> 'closed' as to_do,
                             x.due_on >= cast(:today as date) - 180
                                 and case when x.done_on is null then p.state <> 'closed' and x.due_on < :today
                                          else x.due_on < :today or x.done_on >= cast(:today as date) - 180 end as judged
                      from watched w
                      join planning.work_item x on x.account_id = w.account_id and x.state <> 'dropped'
                      join planning.plan p on p.id = x.plan_id) i
                group by i.account_id),
            need as (
                select i.account_id, count(*) as needs, count(*) filter (where i.unanswered) as unanswered,
                       min(i.voiced_on) filter (where i.unanswered) as since
                from (select w.account_id, x.voiced_on, x.state = 'open' and num_nonnulls(x.answer, x.can_lead_days, x.can_batch,
                             x.can_deliveries, x.can_cycle_days, x.can_price) = 0 as unanswered
                      from watched w join planning.need x on x.account_id = w.account_id and x.state <> 'dropped') i
                group by i.account_id),
            contact as (
                select w.account_id, c.* from watched w
                cross join lateral (
                    select max(x.on_day) filter (where x.state = 'done') as done_on,
                           min(x.on_day) filter (where x.state = 'planned' and x.on_day >= :today) as planned_on
                    from activity.pub_activity x where x.account_id = w.account_id and not x.internal) c)
            """.formatted(PlanTimes.notOver("x"));

    private static final String FIGURES = """
            select w.account_id, w.code, w.name, w.manager_name, w.stars, w.money, w.level, w.revenue, w.known_revenue, w.profit,
                   coalesce(a.asked, 0) as asked_weight, coalesce(a.hidden, 0) as hidden_weight, coalesce(a.filled, 0) as filled_weight,
                   coalesce(a.fresh, 0) as fresh_weight, coalesce(a.missing, 0) as missing, coalesce(a.old, 0) as old,
                   a.rivals_seen, coalesce(a.rivals_known, false) as rivals_known, a.rivals_old_on, coalesce(q.people, 0) as people,
                   p.id as plan_id, p.state as plan_state, p.period_from, p.period_to, p.competition, p.reviewed_on,
                   coalesce(g.goals, 0) as goals, coalesce(g.measured, 0) as measured, coalesce(g.shared, 0) as shared,
                   coalesce(k.to_do, 0) as to_do, coalesce(k.overdue, 0) as overdue, k.overdue_since, coalesce(k.judged, 0) as judged,
                   coalesce(k.in_time, 0) as in_time, coalesce(k.works, 0) as works, coalesce(n.needs, 0) as needs, coalesce(n.unanswered, 0) as unanswered,
                   n.since as unanswered_since, c.done_on as contact_on, c.planned_on, t.contact_days, t.people as least_people,
                   t.archive as least_archive, t.margin as least_margin, h.days as review_days
            from watched w
            join planning.tier_standard t on t.stars = w.stars
            join planning.review_rhythm h on h.stars = w.stars
            left join archive a on a.account_id = w.account_id
            left join people q on q.account_id = w.account_id
            left join plan p on p.account_id = w.account_id
            left join goal g on g.account_id = w.account_id
            left join work k on k.account_id = w.account_id
            left join need n on n.account_id = w.account_id
            left join contact c on c.account_id = w.account_id
            order by w.money desc nulls last, w.code
            """;

    private static final String REST = ARCHIVE + PLAN + FIGURES;

    private final JdbcClient database;
    private final Clock clock;

    KeyReadings(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Optional<KeyFigures> of(long account) {
        return asked(SCOPE.formatted(ONE, "true") + REST)
                .param("account", account)
                .param("most", 1)
                .query(RecordRows.of(KeyFigures.class))
                .optional();
    }

    /// Key accounts and those with a plan, the most money first.
    ///
    /// @param manager whose accounts; null: everybody's
    /// @param stars   accounts with so many; null: with any
    /// @param most    how many at most
    List<KeyFigures> watched(@Nullable Long manager, @Nullable Integer stars, int most) {
        return asked(SCOPE.formatted(WATCHED, STILL_OPEN) + REST)
                .param("manager", manager)
                .param("stars", stars)
                .param("most", most)
                .query(RecordRows.of(KeyFigures.class))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql) {
        return database.sql(sql)
                .param("today", LocalDate.now(clock))
                .param("reach", Acting.actor().reach().number());
    }
}
