package mainstay.team.duty;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import mainstay.shared.OpenWork;
import mainstay.shared.OpenWork.Open;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reckons how much everybody has on their hands at accounts that are not closed. The hours of a field of work
/// go to its responsible people in equal parts, to the accountable one where nobody else is responsible. What
/// plans and others ask for stands beside.
@Repository
class Loads {

    private static final String ALL = """
            with closed as materialized (
                select a.id from accounts.pub_card a where a.closed_on <= (select identity.pub_today())),
            held as materialized (
                select d.account_id, d.field_id, d.user_id, d.part from team.duty d
                join team.field f on f.id = d.field_id and f.retired_at is null
                where d.until is null and not d.set_aside and d.part in ('accountable', 'responsible')
                  and d.account_id not in (select c.id from closed c)),
            doers as (
                select h.account_id, h.field_id, count(*) filter (where h.part = 'responsible') as responsible
                from held h group by h.account_id, h.field_id),
            work as (
                select h.user_id, count(*) filter (where h.part = 'accountable') as accountable,
                       count(*) filter (where h.part = 'responsible') as responsible,
                       count(*) filter (where f.weekly_hours is null
                                          and (h.part = 'responsible' or d.responsible = 0)) as unmeasured,
                       sum(case when h.part = 'responsible' then f.weekly_hours / d.responsible
                                when d.responsible = 0 then f.weekly_hours else 0 end)::double precision as hours
                from held h
                join doers d on d.account_id = h.account_id and d.field_id = h.field_id
                join team.field f on f.id = h.field_id
                group by h.user_id),
            membership as (
                select m.user_id, count(*) as memberships, sum(m.share)::double precision as share from team.member m
                where not m.set_aside and (select identity.pub_today()) >= m.from_day
                  and (m.until_day is null or (select identity.pub_today()) <= m.until_day)
                  and m.account_id not in (select c.id from closed c)
                group by m.user_id),
            part_known as (
                select h.user_id,
                       bool_and((h.account_id, h.user_id) in (
                           select m.account_id, m.user_id from team.member m
                           where not m.set_aside and m.share is not null and (select identity.pub_today()) >= m.from_day
                             and (m.until_day is null or (select identity.pub_today()) <= m.until_day))) as everywhere
                from held h group by h.user_id),
            managed as (
                select a.manager_id as user_id, count(*) as managed from accounts.pub_account a
                where a.manager_id is not null and (a.closed_on is null or a.closed_on > (select identity.pub_today()))
                group by a.manager_id),
            waiting as (select s.user_id, count(*) as waiting from approvals.pub_named_step s group by s.user_id),
            open as (
                select * from unnest(cast(:people as bigint[]), cast(:pieces as bigint[]), cast(:overdue as bigint[]),
                                     cast(:hours as double precision[]), cast(:unsaid as bigint[]))
                              as o (user_id, pieces, overdue, work_hours, unsaid))
            select u.id as user_id, u.name as "user", u.full_name as name, u.enabled,
                   coalesce(g.managed, 0) as managed, coalesce(m.memberships, 0) as memberships, m.share,
                   coalesce(w.accountable, 0) as accountable, coalesce(w.responsible, 0) as responsible,
                   coalesce(w.unmeasured, 0) as unmeasured, coalesce(w.hours, 0) as hours,
                   s.weekly_hours::double precision as week,
                   (s.weekly_hours * case when coalesce(k.everywhere, true) then coalesce(m.share, 100) else 100 end / 100)::double precision as capacity,
                   coalesce(q.waiting, 0) as waiting, coalesce(o.pieces, 0) as pieces, coalesce(o.overdue, 0) as overdue,
                   o.work_hours, coalesce(o.unsaid, 0) as unsaid
            from identity.pub_user u
            cross join team.setting s
            left join work w on w.user_id = u.id
            left join membership m on m.user_id = u.id
            left join part_known k on k.user_id = u.id
            left join managed g on g.user_id = u.id
            left join waiting q on q.user_id = u.id
            left join open o on o.user_id = u.id
            where u.enabled or w.user_id is not null or m.user_id is not null or g.user_id is not null or o.user_id is not null
            order by coalesce(w.hours, 0) desc, u.full_name collate "zh-x-icu"
            """;

    private final JdbcClient database;

    private final List<OpenWork> others;

    Loads(JdbcClient database, List<OpenWork> others) {
        this.database = database;
        this.others = others;
    }

    List<Load> all() {
        Collection<Open> open = others.stream()
                .flatMap(other -> other.open().stream())
                .collect(Collectors.toMap(Open::userId, Function.identity(), Open::with))
                .values();
        return database.sql(ALL)
                .param("people", column(open, Open::userId, Long[]::new))
                .param("pieces", column(open, Open::pieces, Long[]::new))
                .param("overdue", column(open, Open::overdue, Long[]::new))
                .param("hours", column(open, Open::hours, Double[]::new))
                .param("unsaid", column(open, Open::unsaid, Long[]::new))
                .query(RecordRows.of(Load.class))
                .list();
    }

    private static <T extends @Nullable Object> T[] column(
            Collection<Open> open, Function<Open, T> of, IntFunction<T[]> array) {
        return open.stream().map(of).toArray(array);
    }
}
