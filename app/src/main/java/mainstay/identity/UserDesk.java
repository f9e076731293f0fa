package mainstay.identity;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mainstay.identity.UserChange.Done;
import mainstay.identity.UserChange.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where users are added, changed and shut out. Who may ask is checked by the routes and commands in front of it.
@Service
@Transactional
public class UserDesk {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,59}");

    private final Users users;
    private final Passwords passwords;
    private final AccessTokens tokens;
    private final OpenSessions sessions;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    UserDesk(
            Users users,
            Passwords passwords,
            AccessTokens tokens,
            OpenSessions sessions,
            Clock clock,
            ApplicationEventPublisher events) {
        this.users = users;
        this.passwords = passwords;
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<User> all() {
        return users.all();
    }

    @Transactional(readOnly = true)
    public Optional<User> byName(String name) {
        return users.byName(normal(name));
    }

    @Transactional(readOnly = true)
    public Optional<User> byId(long id) {
        return users.byId(id);
    }

    public UserChange add(String rawName, String fullName, Role role, String password) {
        String name = normal(rawName);
        if (!NAME.matcher(name).matches()) {
            return new Refused("user.badName");
        }
        if (fullName.isBlank() || fullName.length() > 100) {
            return new Refused("user.badFullName");
        }
        Optional<String> refusal = passwords.refusal(password, name);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        Optional<Long> id = users.add(name, fullName.strip(), role, passwords.hash(password), clock.instant());
        id.ifPresent(added -> events.publishEvent(new UserAdded(added, name, role)));
        return id.<UserChange>map(Done::new).orElseGet(() -> new Refused("user.nameTaken"));
    }

    /// A password that is hard to guess and can be read out.
    public String inventPassword() {
        return passwords.generate();
    }

    public UserChange changeRole(long id, Role role) {
        if (role != Role.ADMINISTRATOR && users.isOnlyAdministrator(id)) {
            return new Refused("user.lastAdministrator");
        }
        users.setRole(id, role);
        events.publishEvent(new UserChanged(id, "role", role.code()));
        return new Done(id);
    }

    public UserChange disable(long id) {
        if (users.isOnlyAdministrator(id)) {
            return new Refused("user.lastAdministrator");
        }
        users.setDisabled(id, clock.instant());
        users.byId(id).ifPresent(user -> sessions.endAll(user.name(), null));
        events.publishEvent(new UserChanged(id, "disabled", ""));
        return new Done(id);
    }

    public UserChange enable(long id) {
        users.setDisabled(id, null);
        events.publishEvent(new UserChanged(id, "enabled", ""));
        return new Done(id);
    }

    /// Sets a new password; sessions that began before it and all access tokens end.
    public UserChange setPassword(long id, String password) {
        return setPassword(id, password, null);
    }

    /// @param session number of the one that asks, which may go on once it is renewed; all others end
    UserChange setPassword(long id, String password, @Nullable String session) {
        String name = users.byId(id).map(User::name).orElse("");
        Optional<String> refusal = passwords.refusal(password, name);
        if (refusal.isPresent()) {
            return new Refused(refusal.get());
        }
        users.setPassword(id, passwords.hash(password), clock.instant());
        tokens.revokeAll(id);
        sessions.endAll(name, session);
        events.publishEvent(new UserChanged(id, "password", ""));
        return new Done(id);
    }

    /// @param session number of the one that asks, where it is one of these; it goes on
    void endSessions(long id, @Nullable String session) {
        users.byId(id).ifPresent(user -> sessions.endAll(user.name(), session));
        events.publishEvent(new UserChanged(id, "sessions", "ended"));
    }

    /// @return whether there was such a session
    boolean endSession(long id, String handle) {
        boolean ended = users.byId(id).map(user -> sessions.end(user, handle)).orElse(false);
        if (ended) {
            events.publishEvent(new UserChanged(id, "sessions", "ended"));
        }
        return ended;
    }

    void setPreferences(long id, @Nullable String locale, String theme) {
        users.setPreferences(id, locale, theme);
    }

    private static String normal(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
