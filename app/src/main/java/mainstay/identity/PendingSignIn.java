package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;

/// Somebody who gave the right password and not yet the code: nobody, until then.
///
/// @param at when, in milliseconds; a change of the password since makes it void
record PendingSignIn(long userId, long at, Arrival arrival) implements Serializable {

    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String ATTRIBUTE = "mainstay.pending";

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
        request.changeSessionId();
    }

    static Optional<PendingSignIn> of(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof PendingSignIn pending
                ? Optional.of(pending)
                : Optional.empty();
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    boolean waitsFor(User user, long now) {
        return user.isEnabled()
                && now - at <= PATIENCE.toMillis()
                && user.credentialsChangedAt().toEpochMilli() <= at;
    }
}
