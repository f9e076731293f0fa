package mainstay.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mainstay.shared.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Personal access tokens: shown once, kept as a SHA-256 only.
@Repository
@Transactional
class AccessTokens {

    /// The longest one, too.
    static final Duration LIFE = Duration.ofDays(365);
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);
    private static final String PREFIX = "mst_";

    private final JdbcClient database;
    private final SignInLog log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AccessTokens(JdbcClient database, SignInLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /// @return the token itself, which is nowhere kept
    String create(long userId, String name, Set<TokenScope> scopes, Duration life) {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        database.sql("""
                        insert into identity.access_token (user_id, name, hash, scopes, created_at, expires_at)
                        values (:userId, :name, :hash, :scopes, :now, :expires)
                        """)
                .param("userId", userId)
                .param("name", name)
                .param("hash", hash(token))
                .param("scopes", scopes.stream().map(TokenScope::code).toArray(String[]::new))
                .param("now", Sql.timestamp(clock.instant()))
                .param("expires", Sql.timestamp(clock.instant().plus(life)))
                .update();
        return token;
    }

    @Transactional(readOnly = true)
    List<AccessToken> of(long userId) {
        return database.sql("""
                        select id, name, scopes, created_at, expires_at, last_used_at, expires_at <= :now as expired
                        from identity.access_token
                        where user_id = :userId and revoked_at is null order by created_at desc
                        """)
                .param("userId", userId)
                .param("now", Sql.timestamp(clock.instant()))
                .query((row, number) -> new AccessToken(
                        row.getLong("id"),
                        row.getString("name"),
                        scopes(row),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        Sql.instant(row, "last_used_at"),
                        row.getBoolean("expired")))
                .list();
    }

    /// A scope that this release does not know opens nothing.
    private static Set<TokenScope> scopes(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("scopes").getArray())
                .flatMap(code -> TokenScope.parse(code).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(TokenScope.class)));
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

    /// What a valid token opens.
    record Use(long userId, Set<TokenScope> scopes) {}

    /// The last use is kept to the minute: a program that asks a hundred times in one need not write a hundred times.
    /// The log tells a token once a day and from each new address, and one that is refused once an hour.
    ///
    /// @return what it opens, where it is valid and its owner enabled
    Optional<Use> use(String token, Arrival arrival) {
        Instant now = clock.instant();
        Optional<Known> known = database.sql("""
                        select t.id, t.user_id, t.scopes, t.revoked_at is not null as revoked, t.expires_at <= :now as expired,
                               u.disabled_at is not null as shut_out,
                               coalesce(t.last_used_at < :minute, true) as stale,
                               coalesce(t.logged_at < :day or t.logged_from <> :from, true) as untold,
                               coalesce(t.refused_at < :hour, true) as unrefused
                        from identity.access_token t join identity.users u on u.id = t.user_id
                        where t.hash = :hash
                        """)
                .param("hash", hash(token))
                .param("now", Sql.timestamp(now))
                .param("minute", Sql.timestamp(now.minus(NOTED_EVERY)))
                .param("hour", Sql.timestamp(now.minus(Duration.ofHours(1))))
                .param("day", Sql.timestamp(now.minus(Duration.ofDays(1))))
                .param("from", arrival.address())
                .query((row, number) -> new Known(
                        row.getLong("id"),
                        new Use(row.getLong("user_id"), scopes(row)),
                        result(row),
                        row.getBoolean("stale"),
                        row.getBoolean("untold"),
                        row.getBoolean("unrefused")))
                .optional();
        known.ifPresent(found -> note(found, arrival, now));
        return known.filter(found -> found.result().isSuccess()).map(Known::use);
    }

    private record Known(long id, Use use, SignInResult result, boolean stale, boolean untold, boolean unrefused) {}

    private static SignInResult result(ResultSet row) throws SQLException {
        if (row.getBoolean("revoked")) {
            return SignInResult.REVOKED_TOKEN;
        }
        if (row.getBoolean("expired")) {
            return SignInResult.EXPIRED_TOKEN;
        }
        return row.getBoolean("shut_out") ? SignInResult.SHUT_OUT : SignInResult.SIGNED_IN;
    }

    private void note(Known known, Arrival arrival, Instant now) {
        boolean good = known.result().isSuccess();
        if (good ? !known.stale() : !known.unrefused()) {
            return;
        }
        if (!good) {
            stamp("update identity.access_token set refused_at = :now where id = :id", known.id(), now);
        } else if (known.untold()) {
            stamp(
                    "update identity.access_token set last_used_at = :now, logged_at = :now, logged_from = :from where id = :id",
                    known.id(),
                    now,
                    arrival.address());
        } else {
            stamp("update identity.access_token set last_used_at = :now where id = :id", known.id(), now);
        }
        if (!good || known.untold()) {
            log.note(known.use().userId(), SignInWay.TOKEN, known.result(), null, arrival);
        }
    }

    private void stamp(String sql, long id, Instant now) {
        database.sql(sql).param("id", id).param("now", Sql.timestamp(now)).update();
    }

    private void stamp(String sql, long id, Instant now, String from) {
        database.sql(sql)
                .param("id", id)
                .param("now", Sql.timestamp(now))
                .param("from", from)
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
