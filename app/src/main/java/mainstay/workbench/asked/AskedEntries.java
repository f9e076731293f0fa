package mainstay.workbench.asked;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import mainstay.workbench.Found;
import mainstay.workbench.WorkKey;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The record of what was asked of whom.
@Repository
@Transactional
class AskedEntries {

    /// What nothing finds any more has ended; what was done and asks again is a new case. What slipped down a
    /// long list has not ended. What a colleague asked for ended as the handing did.
    private static final String END = """
            with now as (%s),
                 found as (select * from unnest(cast(:foundRules as text[]), cast(:foundSubjects as text[])) as f (rule, subject)),
                 silent as (select * from unnest(cast(:silentRules as text[]), cast(:silentSubjects as text[])) as s (rule, subject)),
                 standing as (
                     select e.id, e.rule = 'handed' as handed, h.outcome,
                            e.answer is not distinct from 'done' and exists (
                                select 1 from now n where n.rule = e.rule and n.subject = e.subject and n.state = 'waiting') as again,
                            e.rule = any (cast(:off as text[])) or exists (
                                select 1 from silent s where s.rule = e.rule and s.subject = e.subject) as silenced,
                            exists (select 1 from now n where n.rule = e.rule and n.subject = e.subject)
                            or exists (select 1 from found f where f.rule = e.rule and f.subject = e.subject) as there
                     from workbench.asked e
                     left join workbench.handed h on h.id = case when e.rule = 'handed' then cast(e.subject as bigint) end
                     where e.user_id = :user and e.ended_on is null)
            update workbench.asked a
            set ended_on = :day,
                ending = case when o.again then 'answered'
                              when o.silenced then 'ruleOff'
                              when o.handed and o.outcome is distinct from 'settled' then 'answered'
                              else 'facts' end,
                answer = case when o.handed and o.outcome = 'done' then 'done' else a.answer end,
                answered_on = case when o.handed and o.outcome = 'done' and a.answer is distinct from 'done' then :day
                                   else a.answered_on end
            from standing o
            where a.id = o.id and (o.again or not o.there)
            """;

    private static final String KEEP = """
            with now as (%s)
            insert into workbench.asked as a
                (user_id, rule, subject, urgency, money, since, state, answer, answered_on, first_on, last_on)
            select :user, n.rule, n.subject, n.urgency, n.money, n.since, n.state, nullif(n.state, 'waiting'),
                   case when n.state <> 'waiting' then :day end, :day, :day
            from now n
            on conflict (user_id, rule, subject) where ended_on is null do update
            set urgency = excluded.urgency, money = excluded.money, since = excluded.since, state = excluded.state,
                answer = coalesce(excluded.answer, a.answer), last_on = excluded.last_on,
                answered_on = case when excluded.answer is null or excluded.answer = a.answer then a.answered_on
                                   else excluded.answered_on end
            """;

    private static final String NOW = """
            select * from unnest(cast(:rules as text[]), cast(:subjects as text[]), cast(:urgencies as integer[]),
                                 cast(:money as bigint[]), cast(cast(:since as text[]) as date[]), cast(:states as text[]))
                          as n (rule, subject, urgency, money, since, state)""";

    private final JdbcClient database;

    AskedEntries(JdbcClient database) {
        this.database = database;
    }

    void keep(long user, LocalDate day, List<AskedEntry> entries, Found found) {
        Map<String, Object> asked = Map.ofEntries(
                entry("user", user),
                entry("day", day),
                entry("rules", column(entries, AskedEntry::rule, String[]::new)),
                entry("subjects", column(entries, AskedEntry::subject, String[]::new)),
                entry("urgencies", column(entries, AskedEntry::urgency, Integer[]::new)),
                entry("money", column(entries, AskedEntry::money, Long[]::new)),
                entry("since", column(entries, AskedEntries::since, String[]::new)),
                entry("states", column(entries, AskedEntry::state, String[]::new)),
                entry("foundRules", column(found.asks().keySet(), WorkKey::rule, String[]::new)),
                entry("foundSubjects", column(found.asks().keySet(), WorkKey::subject, String[]::new)),
                entry("silentRules", column(found.silent(), WorkKey::rule, String[]::new)),
                entry("silentSubjects", column(found.silent(), WorkKey::subject, String[]::new)),
                entry("off", found.off().toArray(String[]::new)));
        for (String statement : new String[] {END, KEEP}) {
            database.sql(statement.formatted(NOW)).params(asked).update();
        }
    }

    /// Nobody asks who left: what they managed is asked of others, what colleagues gave them went back.
    void endOfGone(LocalDate day) {
        database.sql("""
                        update workbench.asked a set ended_on = :day, ending = 'gone'
                        from identity.pub_user u
                        where u.id = a.user_id and not u.enabled and a.ended_on is null
                        """).param("day", day).update();
    }

    /// Whether this server looks at the lists of a day; one that was broken off half an hour ago is taken over.
    boolean begin(LocalDate day) {
        return database.sql("""
                        insert into workbench.morning as m (day, started_at) values (:day, identity.clock())
                        on conflict (day) do update set started_at = excluded.started_at
                        where m.ended_at is null and m.started_at < identity.clock() - interval '30 minutes'
                        """).param("day", day).update() == 1;
    }

    void end(LocalDate day) {
        database.sql("update workbench.morning set ended_at = identity.clock() where day = :day")
                .param("day", day)
                .update();
    }

    /// The driver knows no arrays of days.
    private static @Nullable String since(AskedEntry entry) {
        LocalDate since = entry.since();
        return since == null ? null : since.toString();
    }

    private static <E, T extends @Nullable Object> T[] column(
            Collection<E> entries, Function<E, T> of, IntFunction<T[]> array) {
        return entries.stream().map(of).toArray(array);
    }
}
