package mainstay.identity;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Checks a name and a password, slowly for those who guess.
@Component
class SignIn implements AuthenticationProvider {

    private final Users users;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Clock clock;

    SignIn(Users users, Passwords passwords, SignInAttempts attempts, Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName().strip().toLowerCase(Locale.ROOT);
        String shortened = name.substring(0, Math.min(name.length(), 60));
        String address = request.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        long attempt = attempts.begin(shortened, address);
        if (attempts.isTooMany(shortened, address)) {
            throw new LockedException("too many tries");
        }
        User user = checked(shortened, String.valueOf(request.getCredentials()));
        attempts.succeeded(attempt);
        SignedIn principal = new SignedIn(user.id(), user.name(), clock.millis());
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of());
    }

    private User checked(String name, String password) {
        Optional<User> user = users.byName(name);
        Optional<String> hash = user.flatMap(known -> users.passwordHash(known.id()));
        if (hash.isEmpty()) {
            passwords.pretend(password);
            throw new BadCredentialsException("unknown");
        }
        if (!passwords.matches(password, hash.get()) || !user.orElseThrow().isEnabled()) {
            throw new BadCredentialsException("wrong");
        }
        return user.orElseThrow();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
