package mainstay.identity;

import org.springframework.stereotype.Component;

/// Slows down who guesses for one account from any number of places. Only who is half inside already comes here,
/// so that no stranger keeps anybody out.
@Component
class Throttle {

    private final SignInAttempts attempts;

    Throttle(SignInAttempts attempts) {
        this.attempts = attempts;
    }

    /// What is guessed. Capitals, which no typed name has by the time it is counted.
    enum Of {
        CODE,
        PASSWORD
    }

    /// Notes a try before it is looked at.
    ///
    /// @return number of the try
    long begin(Of what, long user) {
        String name = name(what, user);
        return attempts.begin(name, name);
    }

    boolean isTooMany(Of what, long user) {
        String name = name(what, user);
        return attempts.isTooMany(name, name);
    }

    void succeeded(long attempt) {
        attempts.succeeded(attempt);
    }

    private static String name(Of what, long user) {
        return what + " " + user;
    }
}
