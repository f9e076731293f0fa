package mainstay.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import mainstay.shared.RecordRows;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Personal access tokens: shown once, kept as a SHA-256 only.
@Repository
@Transactional
class AccessTokens {

    static final Duration LIFE = Duration.ofDays(365);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final String PREFIX = "mst_";

    private final JdbcClient database;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccessTokens(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// @return the token itself, which is nowhere kept
    String create(long userId, String name) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        database.sql("""
                        insert into identity.access_token (user_id, name, hash, created_at, expires_at)
                        values (:userId, :name, :hash, :now, :expires)
                        """)
                .param("userId", userId)
                .param("name", name)
                .param("hash", hash(token))
                .param("now", Sql.timestamp(clock.instant()))
                .param("expires", Sql.timestamp(clock.instant().plus(LIFE)))
                .update();
        return token;
    }

    @Transactional(readOnly = true)
    List<AccessToken> of(long userId) {
        return database.sql("""
                        select id, name, created_at, expires_at, last_used_at from identity.access_token
                        where user_id = :userId and revoked_at is null order by created_at desc
                        """)
                .param("userId", userId)
                .query((row, number) -> new AccessToken(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        Sql.instant(row, "last_used_at")))
                .list();
    }

    void revoke(long userId, long id) {
        database.sql("update identity.access_token set revoked_at = :now where id = :id and user_id = :userId")
                .param("now", Sql.timestamp(clock.instant()))
                .param("id", id)
                .param("userId", userId)
                .update();
    }

    void revokeAll(long userId) {
        database.sql(
                        "update identity.access_token set revoked_at = :now where user_id = :userId and revoked_at is null")
                .param("now", Sql.timestamp(clock.instant()))
                .param("userId", userId)
                .update();
    }

    /// The last use is kept to the minute: a program that asks a hundred times in one need not write a
    /// hundred times.
    ///
    /// @return the enabled user whose valid token this is
    Optional<Long> userOf(String token) {
        Instant now = clock.instant();
        Optional<Used> used = database.sql("""
                        select t.id, t.user_id, t.last_used_at is null or t.last_used_at < :recent as stale
                        from identity.access_token t join identity.users u on u.id = t.user_id
                        where t.hash = :hash and t.revoked_at is null and t.expires_at > :now and u.disabled_at is null
                        """)
                .param("hash", hash(token))
                .param("now", Sql.timestamp(now))
                .param("recent", Sql.timestamp(now.minus(NOTED_EVERY)))
                .query(RecordRows.of(Used.class))
                .optional();
        used.filter(Used::stale).ifPresent(found -> note(found.id(), now));
        return used.map(Used::userId);
    }

    private record Used(long id, long userId, boolean stale) {}

    private void note(long id, Instant now) {
        database.sql("update identity.access_token set last_used_at = :now where id = :id")
                .param("id", id)
                .param("now", Sql.timestamp(now))
                .update();
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
