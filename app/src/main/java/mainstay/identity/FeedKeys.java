package mainstay.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Problem;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Secrets in addresses that calendar programs subscribe to, one for each person: they open that person's own calendar
/// and nothing else. Shown once, kept as a SHA-256 only. A new password ends them, as it ends tokens.
@Service
@Transactional
public class FeedKeys {

    private static final int BYTES = 32;
    private static final Duration NOTED_EVERY = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final Users users;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    FeedKeys(JdbcClient database, Users users, Clock clock) {
        this.database = database;
        this.users = users;
        this.clock = clock;
    }

    /// @param lastUsedAt null where no calendar asked yet
    public record Standing(Instant createdAt, @Nullable Instant lastUsedAt) {}

    /// That of the person for whom this runs.
    @Transactional(readOnly = true)
    public Optional<Standing> own() {
        return database.sql("select k.created_at, k.last_used_at from identity.feed_key k where k.user_id = :user")
                .param("user", self())
                .query((row, number) -> new Standing(
                        Objects.requireNonNull(Sql.instant(row, "created_at")), Sql.instant(row, "last_used_at")))
                .optional();
    }

    private static Long self() {
        Long user = Acting.actor().id();
        if (user == null) {
            throw new Problem.Forbidden("error.403");
        }
        return user;
    }

    /// A new secret, which is nowhere kept; the one before opens nothing any more.
    public String renew() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        database.sql("""
                        insert into identity.feed_key (user_id, hash, created_at) values (:user, :hash, :now)
                        on conflict (user_id) do update set hash = excluded.hash, created_at = excluded.created_at, last_used_at = null
                        """)
                .param("user", self())
                .param("hash", hash(key))
                .param("now", Sql.timestamp(clock.instant()))
                .update();
        return key;
    }

    public void revoke() {
        revoke(self());
    }

    private void revoke(long user) {
        database.sql("delete from identity.feed_key where user_id = :user")
                .param("user", user)
                .update();
    }

    @EventListener
    void on(UserChanged changed) {
        if (changed.what().equals("password")) {
            revoke(changed.userId());
        }
    }

    /// For whom a calendar asks; nothing where the secret opens nothing, or its owner was shut out.
    public Optional<Actor> owner(String key) {
        Instant now = clock.instant();
        Optional<User> owner = database.sql("select k.user_id from identity.feed_key k where k.hash = :hash")
                .param("hash", hash(key))
                .query(Long.class)
                .optional()
                .flatMap(users::byId)
                .filter(User::isEnabled);
        owner.ifPresent(user -> database.sql("""
                        update identity.feed_key set last_used_at = :now
                        where user_id = :user and coalesce(last_used_at < :before, true)
                        """)
                .param("now", Sql.timestamp(now))
                .param("before", Sql.timestamp(now.minus(NOTED_EVERY)))
                .param("user", user.id())
                .update());
        return owner.map(Actor::of);
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
