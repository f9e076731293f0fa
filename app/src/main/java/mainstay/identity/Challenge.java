package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;

/// What a device was asked for; it answers once.
///
/// @param name of the passkey that is to be made; empty where one is asked for
record Challenge<O extends Serializable>(String name, O options) implements Serializable {

    private static final String ATTRIBUTE = "mainstay.challenge";

    static <O extends Serializable> void keep(HttpServletRequest request, String name, O options) {
        request.getSession().setAttribute(ATTRIBUTE, new Challenge<>(name, options));
    }

    static <O extends Serializable> Optional<Challenge<O>> take(HttpServletRequest request, Class<O> kind) {
        Optional<Challenge<O>> waiting = waiting(request, kind);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
        return waiting;
    }

    /// May be answered still.
    static <O extends Serializable> Optional<Challenge<O>> waiting(HttpServletRequest request, Class<O> kind) {
        HttpSession session = request.getSession(false);
        Object kept = session == null ? null : session.getAttribute(ATTRIBUTE);
        return kept instanceof Challenge<?>(String name, Serializable options) && kind.isInstance(options)
                ? Optional.of(new Challenge<>(name, kind.cast(options)))
                : Optional.empty();
    }
}
