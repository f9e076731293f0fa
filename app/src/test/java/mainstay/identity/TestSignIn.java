package mainstay.identity;

import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/// What a session holds after somebody signed in, for requests that skip the form.
public final class TestSignIn {

    private TestSignIn() {}

    public static Authentication authentication(User user) {
        SignedIn principal = new SignedIn(
                user.id(), user.name(), Long.MAX_VALUE, SignInWay.PASSWORD, false, new Arrival("127.0.0.1", "stories"));
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
    }
}
