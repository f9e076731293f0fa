package mainstay.identity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The second factors of people, and what is spent of them.
@Repository
@Transactional
class SecondFactors {

    private final JdbcClient database;

    SecondFactors(JdbcClient database) {
        this.database = database;
    }

    /// @param secret      sealed
    /// @param confirmedAt null until a code has shown that the app makes the same ones
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
    record Kept(byte[] secret, Instant begunAt, @Nullable Instant confirmedAt) {}

    @Transactional(readOnly = true)
    Optional<Kept> of(long user) {
        return database.sql("select secret, begun_at, confirmed_at from identity.second_factor where user_id = :user")
                .param("user", user)
                .query((row, number) -> {
                    Timestamp confirmed = row.getTimestamp("confirmed_at");
                    return new Kept(
                            row.getBytes("secret"),
                            row.getTimestamp("begun_at").toInstant(),
                            confirmed == null ? null : confirmed.toInstant());
                })
                .optional();
    }

    @Transactional(readOnly = true)
    boolean isOn(long user) {
        return of(user).filter(kept -> kept.confirmedAt() != null).isPresent();
    }

    /// One that is in use stays as it is.
    void begin(long user, byte[] secret, Instant now) {
        database.sql("""
                        insert into identity.second_factor as f (user_id, secret, begun_at) values (:user, :secret, :now)
                        on conflict (user_id) do update set secret = excluded.secret, begun_at = excluded.begun_at
                        where f.confirmed_at is null
                        """)
                .param("user", user)
                .param("secret", secret)
                .param("now", Sql.timestamp(now))
                .update();
    }

    /// @return whether there was one to confirm
    boolean confirm(long user, long step, Instant now) {
        return database.sql("""
                                update identity.second_factor set confirmed_at = :now, last_step = :step
                                where user_id = :user and confirmed_at is null
                                """)
                        .param("user", user)
                        .param("step", step)
                        .param("now", Sql.timestamp(now))
                        .update()
                == 1;
    }

    /// @return false where the code of this step or a later one was taken before
    boolean spend(long user, long step) {
        return database.sql("""
                                update identity.second_factor set last_step = :step
                                where user_id = :user and confirmed_at is not null and last_step < :step
                                """).param("user", user).param("step", step).update() == 1;
    }

    boolean remove(long user) {
        database.sql("delete from identity.recovery_code where user_id = :user")
                .param("user", user)
                .update();
        return database.sql("delete from identity.second_factor where user_id = :user")
                        .param("user", user)
                        .update()
                == 1;
    }

    void replaceCodes(long user, List<byte[]> hashes, Instant now) {
        database.sql("delete from identity.recovery_code where user_id = :user")
                .param("user", user)
                .update();
        hashes.forEach(hash -> database.sql(
                        "insert into identity.recovery_code (user_id, hash, made_at) values (:user, :hash, :now)")
                .param("user", user)
                .param("hash", hash)
                .param("now", Sql.timestamp(now))
                .update());
    }

    /// @return false where the user has no such code, or used it before
    boolean spendCode(long user, byte[] hash, Instant now) {
        return database.sql("""
                                update identity.recovery_code set used_at = :now
                                where user_id = :user and hash = :hash and used_at is null
                                """)
                        .param("user", user)
                        .param("hash", hash)
                        .param("now", Sql.timestamp(now))
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    int codesLeft(long user) {
        return database.sql(
                        "select count(*)::integer from identity.recovery_code where user_id = :user and used_at is null")
                .param("user", user)
                .query(Integer.class)
                .single();
    }
}
