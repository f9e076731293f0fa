package mainstay.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class Absences {

    private final JdbcClient database;

    Absences(JdbcClient database) {
        this.database = database;
    }

    /// Those of one person that have not ended before a day, the earliest first.
    List<Absence> of(long user, LocalDate since) {
        return database.sql("""
                        select a.id, a.user_id, a.deputy_id, u.full_name as deputy, a.first_day, a.last_day
                        from identity.absence a left join identity.users u on u.id = a.deputy_id
                        where a.user_id = :user and a.last_day >= :since
                        order by a.first_day
                        """)
                .param("user", user)
                .param("since", since)
                .query(RecordRows.of(Absence.class))
                .list();
    }

    /// One change of absences at a time: whether deputies run in a circle depends on all of them.
    void hold() {
        database.sql("select pg_advisory_xact_lock(hashtext('identity.absence'))::text")
                .query(String.class)
                .single();
    }

    boolean overlap(long user, LocalDate first, LocalDate last) {
        return database.sql("""
                        select exists (select 1 from identity.absence
                                       where user_id = :user and first_day <= :last and last_day >= :first)
                        """)
                .param("user", user)
                .param("first", first)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    /// Whether the deputies lead back to the absent person on one of the days.
    boolean circular(long user, long deputy, LocalDate first, LocalDate last) {
        return database.sql("""
                        with recursive chain (holder, days) as (
                            select cast(:deputy as bigint), daterange(:first, :last, '[]')
                            union
                            select a.deputy_id, c.days * daterange(a.first_day, a.last_day, '[]')
                            from chain c
                            join identity.absence a
                              on a.user_id = c.holder and daterange(a.first_day, a.last_day, '[]') && c.days
                            where a.deputy_id is not null and c.holder <> :user)
                        select exists (select 1 from chain where holder = :user)
                        """)
                .param("user", user)
                .param("deputy", deputy)
                .param("first", first)
                .param("last", last)
                .query(Boolean.class)
                .single();
    }

    void note(long user, @Nullable Long deputy, LocalDate first, LocalDate last, String by, Instant now) {
        database.sql("""
                        insert into identity.absence (user_id, deputy_id, first_day, last_day, recorded_by, recorded_at)
                        values (:user, :deputy, :first, :last, :by, :now)
                        """)
                .param("user", user)
                .param("deputy", deputy)
                .param("first", first)
                .param("last", last)
                .param("by", by)
                .param("now", Sql.timestamp(now))
                .update();
    }

    /// An absence that began ends with the day before; one to come is dropped.
    ///
    /// @return whether there was one
    boolean end(long user, long id, LocalDate today) {
        int dropped = database.sql(
                        "delete from identity.absence where id = :id and user_id = :user and first_day >= :today")
                .param("id", id)
                .param("user", user)
                .param("today", today)
                .update();
        int ended = database.sql("""
                        update identity.absence set last_day = cast(:today as date) - 1
                        where id = :id and user_id = :user and first_day < :today and last_day >= :today
                        """)
                .param("id", id)
                .param("user", user)
                .param("today", today)
                .update();
        return dropped + ended > 0;
    }
}
