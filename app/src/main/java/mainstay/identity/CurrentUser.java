package mainstay.identity;

import java.util.Optional;
import java.util.concurrent.Callable;

/// The user behind the current request, beside the actor that the database is told.
final class CurrentUser {

    private static final ScopedValue<User> USER = ScopedValue.newInstance();

    private static final ScopedValue<SignedIn> SIGNED_IN = ScopedValue.newInstance();

    private CurrentUser() {}

    static void around(User user, SignedIn signedIn, Callable<Void> work) throws Exception {
        Acting.with(Actor.of(user)).where(USER, user).where(SIGNED_IN, signedIn).call(work::call);
    }

    /// How the user behind the current request came in.
    ///
    /// @throws IllegalStateException outside of a signed-in request
    static SignedIn signedIn() {
        user();
        return SIGNED_IN.get();
    }

    static Optional<User> now() {
        return USER.isBound() ? Optional.of(USER.get()) : Optional.empty();
    }

    /// @throws IllegalStateException outside of a signed-in request
    static User user() {
        return now().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
