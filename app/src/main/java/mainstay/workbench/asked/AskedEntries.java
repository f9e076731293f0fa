package mainstay.workbench.asked;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The record of what was asked of whom.
@Repository
@Transactional
class AskedEntries {

    /// What is gone has ended; what was done and asks again is a new case.
    private static final String END = """
            with now as (%s)
            update workbench.asked a set ended_on = :day
            where a.user_id = :user and a.ended_on is null
              and not exists (select 1 from now n where n.rule = a.rule and n.subject = a.subject
                              and not (a.answer is not distinct from 'done' and n.state = 'waiting'))
            """;

    private static final String KEEP = """
            with now as (%s)
            insert into workbench.asked as a (user_id, rule, subject, urgency, money, since, state, answer, first_on, last_on)
            select :user, n.rule, n.subject, n.urgency, n.money, n.since, n.state, nullif(n.state, 'waiting'), :day, :day from now n
            on conflict (user_id, rule, subject) where ended_on is null do update
            set urgency = excluded.urgency, money = excluded.money, since = excluded.since, state = excluded.state,
                answer = coalesce(excluded.answer, a.answer), last_on = excluded.last_on
            """;

    private static final String NOW = """
            select * from unnest(cast(:rules as text[]), cast(:subjects as text[]), cast(:urgencies as integer[]),
                                 cast(:money as bigint[]), cast(cast(:since as text[]) as date[]), cast(:states as text[]))
                          as n (rule, subject, urgency, money, since, state)""";

    private final JdbcClient database;

    AskedEntries(JdbcClient database) {
        this.database = database;
    }

    void keep(long user, LocalDate day, List<AskedEntry> entries) {
        for (String statement : new String[] {END, KEEP}) {
            database.sql(statement.formatted(NOW))
                    .param("user", user)
                    .param("day", day)
                    .param("rules", column(entries, AskedEntry::rule, String[]::new))
                    .param("subjects", column(entries, AskedEntry::subject, String[]::new))
                    .param("urgencies", column(entries, AskedEntry::urgency, Integer[]::new))
                    .param("money", column(entries, AskedEntry::money, Long[]::new))
                    .param("since", column(entries, AskedEntries::since, String[]::new))
                    .param("states", column(entries, AskedEntry::state, String[]::new))
                    .update();
        }
    }

    /// Nobody asks who left: what they managed is asked of others, what colleagues gave them went back.
    void endOfGone(LocalDate day) {
        database.sql("""
                        update workbench.asked a set ended_on = :day
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

    private static <T extends @Nullable Object> T[] column(
            List<AskedEntry> entries, Function<AskedEntry, T> of, IntFunction<T[]> array) {
        return entries.stream().map(of).toArray(array);
    }
}
