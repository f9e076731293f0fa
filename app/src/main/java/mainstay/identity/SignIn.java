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
import org.springframework.stereotype.Component;

/// Checks a name and a password, slowly for those who guess.
@Component
class SignIn implements AuthenticationProvider {

    private final Users users;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final SignInAttempts attempts;
    private final SignInLog log;
    private final Clock clock;

    SignIn(
            Users users,
            Passwords passwords,
            SecondFactors factors,
            SignInAttempts attempts,
            SignInLog log,
            Clock clock) {
        this.users = users;
        this.passwords = passwords;
        this.factors = factors;
        this.attempts = attempts;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = request.getName().strip().toLowerCase(Locale.ROOT);
        String shortened = name.substring(0, Math.min(name.length(), 60));
        Arrival arrival = request.getDetails() instanceof Arrival from ? from : Arrival.UNKNOWN;
        Optional<User> known = users.byName(shortened);
        long attempt = attempts.begin(shortened, arrival.address());
        if (attempts.isTooMany(shortened, arrival.address())) {
            note(known, SignInResult.TOO_MANY_TRIES, arrival);
            throw new LockedException("too many tries");
        }
        SignInResult refusal = refusal(known, String.valueOf(request.getCredentials()));
        if (!refusal.isSuccess()) {
            note(known, refusal, arrival);
            throw new BadCredentialsException("refused");
        }
        attempts.succeeded(attempt);
        User user = known.orElseThrow();
        if (factors.isOn(user.id())) {
            note(known, SignInResult.CODE_ASKED, arrival);
            throw new SecondFactorNeeded(new PendingSignIn(user.id(), clock.millis(), arrival));
        }
        note(known, SignInResult.SIGNED_IN, arrival);
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(user.id(), user.name(), clock.millis(), SignInWay.PASSWORD, false, arrival),
                null,
                List.of());
    }

    private void note(Optional<User> user, SignInResult result, Arrival arrival) {
        log.note(user.map(User::id).orElse(null), SignInWay.PASSWORD, result, null, arrival);
    }

    /// Takes as long for a name that nobody has.
    private SignInResult refusal(Optional<User> user, String password) {
        Optional<String> hash = user.flatMap(known -> users.passwordHash(known.id()));
        if (hash.isEmpty()) {
            passwords.pretend(password);
            return SignInResult.UNKNOWN_NAME;
        }
        if (!passwords.matches(password, hash.get())) {
            return SignInResult.WRONG_PASSWORD;
        }
        return user.orElseThrow().isEnabled() ? SignInResult.SIGNED_IN : SignInResult.SHUT_OUT;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
