package mainstay.workbench.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who wants mails, and what became of each.
@Repository
@Transactional
class Digests {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration LOST = Duration.ofMinutes(30);
    private static final int ATTEMPTS = 3;
    private static final int LONGEST_FAILURE = 300;

    private final JdbcClient database;

    Digests(JdbcClient database) {
        this.database = database;
    }

    @Transactional(readOnly = true)
    Optional<DigestWish> own() {
        return database.sql(
                        "select user_id, address, hour, is_on as on from workbench.digest_wish where user_id = (select identity.uid())")
                .query(RecordRows.of(DigestWish.class))
                .optional();
    }

    void wish(DigestWish wish) {
        database.sql("""
                        insert into workbench.digest_wish (user_id, address, hour, is_on, changed_at)
                        values (identity.uid(), :address, :hour, :on, identity.clock())
                        on conflict (user_id) do update
                        set address = excluded.address, hour = excluded.hour, is_on = excluded.is_on, changed_at = excluded.changed_at
                        """)
                .param("address", wish.address())
                .param("hour", wish.hour())
                .param("on", wish.on())
                .update();
    }

    /// Address and hour stay for whoever wants it again.
    void stop() {
        database.sql("""
                        update workbench.digest_wish set is_on = false, changed_at = identity.clock()
                        where user_id = (select identity.uid())
                        """).update();
    }

    /// Whose mail is due by an hour.
    @Transactional(readOnly = true)
    List<DigestWish> due(int hour, LocalDate day) {
        return database.sql("""
                        select w.user_id, w.address, w.hour, w.is_on as on
                        from workbench.digest_wish w join identity.pub_user u on u.id = w.user_id and u.enabled
                        where w.is_on and w.hour <= :hour
                          and not exists (select 1 from workbench.digest d
                                          where d.user_id = w.user_id and d.day = :day and d.state in ('sent', 'nothing'))
                        order by w.user_id
                        """)
                .param("hour", hour)
                .param("day", day)
                .query(RecordRows.of(DigestWish.class))
                .list();
    }

    /// Whether this server sends somebody's mail of a day now; what failed is tried again, what was lost taken over.
    boolean claim(long user, LocalDate day, Instant now) {
        return database.sql("""
                        insert into workbench.digest as d (user_id, day, state, attempts, at)
                        values (:user, :day, 'sending', 1, :now)
                        on conflict (user_id, day) do update
                        set state = 'sending', attempts = d.attempts + 1, at = excluded.at
                        where d.attempts < :most
                          and (d.state = 'failed' and d.at < :pause or d.state = 'sending' and d.at < :lost)
                        """)
                        .param("user", user)
                        .param("day", day)
                        .param("now", Sql.timestamp(now))
                        .param("most", ATTEMPTS)
                        .param("pause", Sql.timestamp(now.minus(PAUSE)))
                        .param("lost", Sql.timestamp(now.minus(LOST)))
                        .update()
                == 1;
    }

    void ended(long user, LocalDate day, String state, int entries, @Nullable String failure) {
        String told = failure == null ? null : failure.substring(0, Math.min(LONGEST_FAILURE, failure.length()));
        database.sql("""
                        update workbench.digest set state = :state, entries = :entries, failure = :failure, at = identity.clock()
                        where user_id = :user and day = :day
                        """)
                .param("state", state)
                .param("entries", entries)
                .param("failure", told)
                .param("user", user)
                .param("day", day)
                .update();
    }

    /// The reader's own mails, the newest first.
    @Transactional(readOnly = true)
    List<SentDigest> ownMails(int most) {
        return database.sql("""
                        select day, state, attempts, entries, failure, at from workbench.digest
                        where user_id = (select identity.uid()) order by day desc limit :most
                        """)
                .param("most", most)
                .query(RecordRows.of(SentDigest.class))
                .list();
    }

    /// How many people got no mail on a day although they want one, and why the last of them got none.
    record Failed(long people, @Nullable String failure) {}

    @Transactional(readOnly = true)
    Failed failed(LocalDate day) {
        return database.sql("""
                        select count(*) as people, (array_agg(failure order by at desc))[1] as failure
                        from workbench.digest where day = :day and state = 'failed'
                        """)
                .param("day", day)
                .query(RecordRows.of(Failed.class))
                .single();
    }
}
