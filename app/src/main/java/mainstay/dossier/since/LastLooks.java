package mainstay.dossier.since;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// When people last looked at accounts. A look goes on until half an hour passes without one.
@Repository
class LastLooks {

    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final JdbcClient database;

    LastLooks(JdbcClient database) {
        this.database = database;
    }

    /// Since when what happened to an account is news to somebody who looks at it now; empty for somebody
    /// who never did before.
    @Transactional(readOnly = true)
    public Optional<Instant> before(long account, long user, Instant now) {
        return database.sql("""
                        select case when seen_at < :paused then began_at else before_at end as since
                        from dossier.last_look where account_id = :account and user_id = :user
                        """)
                .param("account", account)
                .param("user", user)
                .param("paused", Sql.timestamp(now.minus(PAUSE)))
                .query((row, number) -> Objects.requireNonNull(Sql.instant(row, "since")))
                .optional();
    }

    @Transactional
    public void note(long account, long user, Instant now) {
        database.sql("""
                        insert into dossier.last_look as l (account_id, user_id, before_at, began_at, seen_at)
                        values (:account, :user, :now, :now, :now)
                        on conflict (account_id, user_id) do update
                        set before_at = case when l.seen_at < :paused then l.began_at else l.before_at end,
                            began_at = case when l.seen_at < :paused then excluded.began_at else l.began_at end,
                            seen_at = greatest(l.seen_at, excluded.seen_at)
                        """)
                .param("account", account)
                .param("user", user)
                .param("now", Sql.timestamp(now))
                .param("paused", Sql.timestamp(now.minus(PAUSE)))
                .update();
    }
}
