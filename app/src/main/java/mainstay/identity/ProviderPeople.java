package mainstay.identity;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Which user of ours it is whom the identity server knows.
@Service
@Transactional
class ProviderPeople {

    private static final String EMAIL = "email";

    private final JdbcClient database;
    private final Users users;
    private final UserDesk desk;
    private final Clock clock;

    ProviderPeople(JdbcClient database, Users users, UserDesk desk, Clock clock) {
        this.database = database;
        this.users = users;
        this.desk = desk;
        this.clock = clock;
    }

    /// By the number that was bound at the first sign-in, else by the claim that names people here; a user who is bound
    /// to another number is nobody's to take over. An administrator is never bound by a claim, which people
    /// may be able to choose there: who is bound already may become one.
    Optional<User> who(ProviderSettings settings, String subject, OidcUser person) {
        Optional<User> bound = bound(settings.issuer(), subject);
        return bound.isPresent()
                ? bound
                : named(settings, person)
                        .filter(user -> user.role() != Role.ADMINISTRATOR)
                        .filter(user -> bind(settings, subject, user));
    }

    private Optional<User> bound(String issuer, String subject) {
        return database.sql(
                        "select user_id from identity.provider_subject where issuer = :issuer and subject = :subject")
                .param("issuer", issuer)
                .param("subject", subject)
                .query(Long.class)
                .optional()
                .flatMap(users::byId);
    }

    private Optional<User> named(ProviderSettings settings, OidcUser person) {
        @Nullable String claimed = person.getClaimAsString(settings.claim());
        boolean unproved =
                settings.claim().equals(EMAIL) && !Boolean.TRUE.equals(person.getClaimAsBoolean("email_verified"));
        if (claimed == null || claimed.isBlank() || unproved) {
            return Optional.empty();
        }
        String name = claimed.strip().toLowerCase(Locale.ROOT);
        return users.byName(name).or(() -> settings.addUsers() ? added(name, person) : Optional.empty());
    }

    /// With a password that nobody knows.
    private Optional<User> added(String name, OidcUser person) {
        String full = Objects.requireNonNullElse(person.getFullName(), name);
        String shortened = full.isBlank() ? name : full.substring(0, Math.min(full.length(), 100));
        return desk.add(name, shortened, Role.VIEWER, desk.inventPassword()) instanceof UserChange.Done done
                ? users.byId(done.userId())
                : Optional.empty();
    }

    /// @return false where the user is bound to another number already
    private boolean bind(ProviderSettings settings, String subject, User user) {
        return database.sql("""
                                insert into identity.provider_subject (issuer, subject, user_id, bound_at)
                                values (:issuer, :subject, :user, :now) on conflict do nothing
                                """)
                        .param("issuer", settings.issuer())
                        .param("subject", subject)
                        .param("user", user.id())
                        .param("now", Sql.timestamp(clock.instant()))
                        .update()
                == 1;
    }

    @Transactional(readOnly = true)
    boolean isBound(long user) {
        return database.sql("select exists (select from identity.provider_subject where user_id = :user)")
                .param("user", user)
                .query(Boolean.class)
                .single();
    }

    /// After an administrator or the identity server has given somebody another number.
    ///
    /// @return whether there was a tie
    boolean release(long user) {
        return database.sql("delete from identity.provider_subject where user_id = :user")
                        .param("user", user)
                        .update()
                > 0;
    }
}
