package mainstay.identity;

import java.time.Clock;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mainstay.shared.Sql;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
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
    private final IdentityProvider provider;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ProviderPeople(
            JdbcClient database,
            Users users,
            UserDesk desk,
            IdentityProvider provider,
            Clock clock,
            ApplicationEventPublisher events) {
        this.database = database;
        this.users = users;
        this.desk = desk;
        this.provider = provider;
        this.clock = clock;
        this.events = events;
    }

    /// By the number that was bound at the first sign-in, else by the claim that names people here; a user who is bound
    /// to another number is nobody's to take over. An administrator is never bound by a claim, which people
    /// may be able to choose there: who is bound already may become one.
    Optional<User> who(ProviderSettings settings, ProviderAccount account, OidcUser person) {
        Optional<User> bound = bound(account);
        return bound.isPresent()
                ? bound
                : named(settings, person)
                        .filter(user -> user.role() != Role.ADMINISTRATOR)
                        .filter(user -> bind(account, user));
    }

    private Optional<User> bound(ProviderAccount account) {
        return database.sql(
                        "select user_id from identity.provider_subject where issuer = :issuer and subject = :subject")
                .param("issuer", account.issuer())
                .param("subject", account.subject())
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
    private boolean bind(ProviderAccount account, User user) {
        return database.sql("""
                                insert into identity.provider_subject (issuer, subject, name, mail, user_id, bound_at)
                                values (:issuer, :subject, :name, :mail, :user, :now) on conflict do nothing
                                """)
                        .param("issuer", account.issuer())
                        .param("subject", account.subject())
                        .param("name", account.name())
                        .param("mail", account.mail())
                        .param("user", user.id())
                        .param("now", Sql.timestamp(clock.instant()))
                        .update()
                == 1;
    }

    /// Somebody who is signed in here has shown who they are there: an administrator, too, may be bound like this.
    ///
    /// @return false where one of both is bound to somebody else already
    boolean link(ProviderAccount account, User user) {
        if (bind(account, user)) {
            events.publishEvent(new UserChanged(user.id(), "provider", "bound"));
            return true;
        }
        return bound(account).filter(known -> known.id() == user.id()).isPresent();
    }

    /// Nothing where the identity server in force does not know the user: one that the firm has left opens nothing.
    @Transactional(readOnly = true)
    Optional<ProviderTie> tie(long user) {
        return database.sql("""
                        select issuer, subject, name, mail, bound_at from identity.provider_subject
                        where user_id = :user and issuer = :issuer
                        """)
                .param("user", user)
                .param("issuer", provider.settings().issuer())
                .query((row, number) -> new ProviderTie(
                        new ProviderAccount(
                                row.getString("issuer"),
                                row.getString("subject"),
                                row.getString("name"),
                                row.getString("mail")),
                        row.getTimestamp("bound_at").toInstant()))
                .optional();
    }

    /// The numbers of all whom it knows.
    @Transactional(readOnly = true)
    Set<Long> bound() {
        return Set.copyOf(database.sql("select user_id from identity.provider_subject where issuer = :issuer")
                .param("issuer", provider.settings().issuer())
                .query(Long.class)
                .list());
    }

    /// After an administrator or the identity server has given somebody another number; with every server that the
    /// firm ever named.
    ///
    /// @return whether there was a tie
    boolean release(long user) {
        return database.sql("delete from identity.provider_subject where user_id = :user")
                        .param("user", user)
                        .update()
                > 0;
    }
}
