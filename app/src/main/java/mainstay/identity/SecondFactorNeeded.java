package mainstay.identity;

import org.springframework.security.core.AuthenticationException;

/// The password is right, and a code has to follow.
final class SecondFactorNeeded extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final PendingSignIn pending;

    SecondFactorNeeded(PendingSignIn pending) {
        super("a code has to follow");
        this.pending = pending;
    }

    PendingSignIn pending() {
        return pending;
    }
}
