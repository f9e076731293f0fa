package mainstay.identity;

import java.util.Optional;
import org.springframework.stereotype.Component;

/// Asks who is signed in once more for the password, before something changes that opens the door.
@Component
class OwnPassword {

    private final Users users;
    private final Passwords passwords;
    private final Throttle throttle;

    OwnPassword(Users users, Passwords passwords, Throttle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    /// @return message key of why not, or nothing
    Optional<String> refusal(User user, String typed) {
        long attempt = throttle.begin(Throttle.Of.PASSWORD, user.id());
        if (throttle.isTooMany(Throttle.Of.PASSWORD, user.id())) {
            return Optional.of("password.tooMany");
        }
        boolean right = users.passwordHash(user.id())
                .map(hash -> passwords.matches(typed, hash))
                .orElse(false);
        if (!right) {
            return Optional.of("password.wrongOld");
        }
        throttle.succeeded(attempt);
        return Optional.empty();
    }
}
