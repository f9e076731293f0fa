package mainstay.identity;

import java.util.Optional;
import java.util.concurrent.Callable;

/// The user behind the current request, beside the actor that the database is told.
final class CurrentUser {

    private static final ScopedValue<Sender> SENDER = ScopedValue.newInstance();

    private CurrentUser() {}

    static void around(Sender sender, Callable<Void> work) throws Exception {
        Acting.with(Actor.of(sender.user())).where(SENDER, sender).call(work::call);
    }

    static Optional<User> now() {
        return sender().map(Sender::user);
    }

    static Optional<Sender> sender() {
        return SENDER.isBound() ? Optional.of(SENDER.get()) : Optional.empty();
    }

    /// @throws IllegalStateException outside of a signed-in request
    static User user() {
        return now().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /// How the user behind the current request came in.
    ///
    /// @throws IllegalStateException outside of a signed-in request
    static SignedIn signedIn() {
        return sender().map(Sender::signedIn).orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    static boolean has(TokenScope scope) {
        return sender().filter(sender -> sender.scopes().contains(scope)).isPresent();
    }
}
