package mainstay.identity;

import java.util.Optional;
import java.util.concurrent.Callable;

/// The user behind the current request, beside the actor that the database is told.
final class CurrentUser {

    private static final ScopedValue<User> USER = ScopedValue.newInstance();

    private CurrentUser() {}

    static void around(User user, Callable<Void> work) throws Exception {
        Acting.with(Actor.of(user)).where(USER, user).call(work::call);
    }

    static Optional<User> now() {
        return USER.isBound() ? Optional.of(USER.get()) : Optional.empty();
    }

    /// @throws IllegalStateException outside of a signed-in request
    static User user() {
        return now().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
