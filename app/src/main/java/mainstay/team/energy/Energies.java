package mainstay.team.energy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mainstay.shared.RecordRows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/// Reads where time went: one statement for all people, one for their working days.
@Repository
class Energies {

    private static final String DAYS = """
            day as materialized (
                select d::date as day, team.month_of(d::date) as month
                from generate_series(cast(:from as date)::timestamp,
                                     least(cast(:until as date), (select identity.pub_today()))::timestamp, interval '1 day') d
                where position(extract(isodow from d)::text in :days) > 0)
            """;

    private static final String WORKING = "with " + DAYS + """
            , person as materialized (
                select u.id, greatest(coalesce(s.since, identity.pub_day(u.created_at)), cast(:from as date)) as first_day,
                       least(cast(:until as date), identity.pub_day(u.disabled_at)) as last_day
                from identity.pub_user u
                left join team.recorded_since(cast(:people as bigint[])) s on s.user_id = u.id
                where cast(:people as bigint[]) is null or u.id = any (cast(:people as bigint[]))),
            there as (
                select p.id, d.month, count(*) as days from person p join day d on d.day between p.first_day and p.last_day
                group by p.id, d.month),
            away as (
                select p.id, d.month, count(*) as days
                from person p
                join identity.pub_absence a on a.user_id = p.id
                join day d on d.day between greatest(a.first_day, p.first_day) and least(a.last_day, p.last_day)
                group by p.id, d.month)
            select t.id as user_id, t.month, t.days - coalesce(w.days, 0) as days
            from there t left join away w on w.id = t.id and w.month = t.month
            """;

    /// At an account each person has the working time that the membership asks for; without a share nobody knows it.
    private static final String AT_ACCOUNT = "with " + DAYS + """
            , span as materialized (
                select m.user_id, m.share, m.from_day,
                       least(coalesce(m.until_day, date '2200-12-31'), identity.pub_day(u.disabled_at)) as until_day
                from team.member m join identity.pub_user u on u.id = m.user_id
                where m.account_id = :account and m.share is not null and not m.set_aside),
            agreed as (
                select m.user_id, sum(m.share)::double precision / 100 as days
                from span m
                join day d on d.day between m.from_day and m.until_day
                where not exists (select 1 from identity.pub_absence a
                                  where a.user_id = m.user_id and d.day between a.first_day and a.last_day)
                group by m.user_id),
            spent as (
                select x.user_id,
                       coalesce(sum(x.minutes + x.travel_minutes) filter (where not x.internal), 0)::double precision as external,
                       coalesce(sum(x.minutes + x.travel_minutes) filter (where x.internal), 0)::double precision as meetings,
                       coalesce(sum(x.minutes + x.travel_minutes) filter (
                           where exists (select 1 from span m where m.user_id = x.user_id and x.on_day between m.from_day and m.until_day)),
                           0)::double precision as covered
                from activity.pub_activity x
                where x.account_id = :account and x.state = 'done' and x.starts_at >= identity.pub_midnight(:from)
                  and x.starts_at < identity.pub_midnight(cast(:until as date) + 1)
                group by x.user_id),
            made as (
                select d.user_id, d.decided_at,
                       least(s.decision_minutes,
                             extract(epoch from d.decided_at
                                                - lag(d.decided_at) over (partition by d.user_id order by d.decided_at, d.id)) / 60)
                           ::double precision as minutes
                from approvals.pub_decision d cross join team.setting s
                where d.account_id = :account and d.decided_at >= identity.pub_midnight(:from)
                  and d.decided_at < identity.pub_midnight(cast(:until as date) + 1)),
            decided as (
                select m.user_id, sum(m.minutes) as minutes,
                       coalesce(sum(m.minutes) filter (
                           where exists (select 1 from span p where p.user_id = m.user_id
                                           and identity.pub_day(m.decided_at) between p.from_day and p.until_day)), 0) as covered
                from made m
                where not exists (
                    select 1 from activity.pub_activity a
                    where a.account_id = :account and a.user_id = m.user_id and a.state = 'done' and not a.day_only
                      and m.decided_at >= a.starts_at and m.decided_at < a.starts_at + a.minutes * interval '1 minute')
                group by m.user_id)
            select p.user_id, coalesce(s.external, 0) as external, coalesce(s.meetings, 0) as meetings,
                   coalesce(d.minutes, 0) as decisions, coalesce(s.covered, 0) + coalesce(d.covered, 0) as covered, coalesce(g.days, 0) as days
            from (select user_id from spent union select user_id from decided union select user_id from agreed) p
            left join spent s on s.user_id = p.user_id
            left join decided d on d.user_id = p.user_id
            left join agreed g on g.user_id = p.user_id
            """;

    private static final String ACCOUNTS = """
            select c.code, c.name, x.external, x.meetings
            from (select a.account_id,
                         coalesce(sum(a.minutes + a.travel_minutes) filter (where not a.internal), 0)::double precision as external,
                         coalesce(sum(a.minutes + a.travel_minutes) filter (where a.internal), 0)::double precision as meetings
                  from activity.pub_activity a
                  -- whose
                  where a.account_id is not null and a.state = 'done' and a.starts_at >= identity.pub_midnight(:from)
                    and a.starts_at < identity.pub_midnight(cast(:until as date) + 1)
                  group by a.account_id
                  order by sum(a.minutes + a.travel_minutes) desc, a.account_id limit :most) x
            join accounts.pub_card c on c.id = x.account_id
            order by x.external + x.meetings desc, c.code
            """;

    /// Looks the activities of a few people up, instead of looking all of them through.
    private static final String OF_PEOPLE = """
            join (select c.activity_id, c.user_id from activity.pub_colleague c
                  where c.user_id = any (:people) and c.starts_at >= identity.pub_midnight(:from)
                    and c.starts_at < identity.pub_midnight(cast(:until as date) + 1)) p
              on p.activity_id = a.id and p.user_id = a.user_id
            """;

    private final JdbcClient database;

    Energies(JdbcClient database) {
        this.database = database;
    }

    /// @param side `external`, `internal` or `decision`
    record Spent(long userId, LocalDate month, String side, double minutes) {}

    record Working(long userId, LocalDate month, long days) {}

    /// @param covered minutes of all these on days for which the membership says a share
    /// @param days    working days that it asks for
    record AtAccount(long userId, double external, double meetings, double decisions, double covered, double days) {}

    /// Somebody of the firm.
    ///
    /// @param leaderId who leads the person; null for nobody
    record Somebody(
            long id,
            String user,
            String name,
            String role,
            boolean enabled,
            @Nullable Long leaderId) {

        long leaderIdOrZero() {
            return leaderId == null ? 0 : leaderId;
        }
    }

    /// An account with the time it took.
    record Taken(String code, String name, double external, double meetings) {}

    /// The day on which it was changed who decides.
    record Changed(String kind, int version, Instant changedAt, String changedBy) {}

    EnergySettings settings() {
        return database.sql(
                        "select weekly_hours, decision_minutes, target_internal, alarm_internal, sure_from from team.setting")
                .query(RecordRows.of(EnergySettings.class))
                .single();
    }

    void settings(EnergySettings settings) {
        database.sql("""
                        update team.setting set decision_minutes = :decision, target_internal = :target, alarm_internal = :alarm,
                                                sure_from = :sure
                        """)
                .param("decision", settings.decisionMinutes())
                .param("target", settings.targetInternal())
                .param("alarm", settings.alarmInternal())
                .param("sure", settings.sureFrom())
                .update();
    }

    /// @param people null for everybody
    List<Spent> spent(Long @Nullable [] people, EnergyPeriod period) {
        return within(
                        "select h.user_id, h.month, h.side, h.minutes from team.hours(cast(:people as bigint[]), :from, :until) h",
                        period)
                .param("people", people)
                .query(RecordRows.of(Spent.class))
                .list();
    }

    /// @param days digits of the weekdays on which the firm works
    List<Working> working(Long @Nullable [] people, EnergyPeriod period, String days) {
        return within(WORKING, period)
                .param("people", people)
                .param("days", days)
                .query(RecordRows.of(Working.class))
                .list();
    }

    List<AtAccount> at(long account, EnergyPeriod period, String days) {
        return within(AT_ACCOUNT, period)
                .param("account", account)
                .param("days", days)
                .query(RecordRows.of(AtAccount.class))
                .list();
    }

    List<Taken> accounts(Long @Nullable [] people, EnergyPeriod period, int most) {
        StatementSpec statement = within(ACCOUNTS.replace("-- whose", people == null ? "" : OF_PEOPLE), period)
                .param("most", most);
        return (people == null ? statement : statement.param("people", people))
                .query(RecordRows.of(Taken.class))
                .list();
    }

    private StatementSpec within(String sql, EnergyPeriod period) {
        return database.sql(sql).param("from", period.from()).param("until", period.until());
    }

    List<Somebody> people() {
        return database.sql("""
                        select u.id, u.name as "user", u.full_name as name, u.role, u.enabled, l.leader_id
                        from identity.pub_user u left join team.leader l on l.user_id = u.id
                        order by u.full_name collate "zh-x-icu", u.id
                        """).query(RecordRows.of(Somebody.class)).list();
    }

    List<Long> led() {
        return database.sql("select l.user_id from team.led l")
                .query((row, number) -> row.getLong("user_id"))
                .list();
    }

    List<Changed> changes(int most) {
        return database.sql("""
                        select c.kind, c.version, c.changed_at, c.changed_by from approvals.pub_rule_change c
                        order by c.changed_at desc, c.kind limit :most
                        """)
                .param("most", most)
                .query(RecordRows.of(Changed.class))
                .list();
    }
}
