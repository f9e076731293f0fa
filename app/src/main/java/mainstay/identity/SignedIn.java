package mainstay.identity;

import java.io.Serializable;
import java.security.Principal;
import java.time.Duration;

/// What a session remembers of a person; everything else is read anew with each request.
///
/// @param at      when they signed in, in milliseconds: a later change of the password ends the session
/// @param strong  whether more than a password was asked for
/// @param arrival from where they came
record SignedIn(long userId, String name, long at, SignInWay way, boolean strong, Arrival arrival)
        implements Principal, Serializable {

    /// However busy it is; an idle one ends after hours, as the settings of the server say.
    static final Duration LONGEST_SESSION = Duration.ofDays(7);

    /// For one request of a program.
    static SignedIn byToken(User user) {
        return new SignedIn(user.id(), user.name(), 0, SignInWay.TOKEN, true, Arrival.UNKNOWN);
    }

    /// Whether the person who signed in then, read anew, is still let through at a moment.
    boolean opens(User user, long now) {
        return user.isEnabled()
                && now - at <= LONGEST_SESSION.toMillis()
                && user.credentialsChangedAt().toEpochMilli() <= at;
    }

    /// After a second factor was shown.
    SignedIn stronger() {
        return new SignedIn(userId, name, at, way, true, arrival);
    }

    SignedIn anew(long now) {
        return new SignedIn(userId, name, now, way, strong, arrival);
    }

    @Override
    public String getName() {
        return name;
    }
}
