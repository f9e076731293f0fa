package mainstay.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Signing in with a device, without a name and a password. Everybody's device is asked the same, which tells
/// nothing about anybody.
@Controller
@RequestMapping("/sign-in/passkey")
@Allowed.Open
class PasskeySignInController {

    private final PasskeyDesk desk;
    private final SignInAttempts attempts;
    private final SignInLog log;
    private final Entrance entrance;
    private final SignInOutcome outcome;
    private final Clock clock;

    PasskeySignInController(
            PasskeyDesk desk,
            SignInAttempts attempts,
            SignInLog log,
            Entrance entrance,
            SignInOutcome outcome,
            Clock clock) {
        this.desk = desk;
        this.attempts = attempts;
        this.log = log;
        this.entrance = entrance;
        this.outcome = outcome;
        this.clock = clock;
    }

    @PostMapping(path = "/options", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String options(HttpServletRequest request) {
        PublicKeyCredentialRequestOptions options = desk.request();
        Challenge.keep(request, "", options);
        return desk.written(options);
    }

    @PostMapping
    void signIn(@RequestParam String credential, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Arrival arrival = Arrival.of(request);
        // a name of its own for each try, so that tries count for their address alone
        String name = "PASSKEY " + UUID.randomUUID();
        long attempt = attempts.begin(name, arrival.address());
        if (attempts.isTooMany(name, arrival.address())) {
            log.note(null, SignInWay.PASSKEY, SignInResult.TOO_MANY_TRIES, null, arrival);
            response.sendRedirect("/sign-in?wait");
            return;
        }
        Optional<Challenge<PublicKeyCredentialRequestOptions>> asked =
                Challenge.take(request, PublicKeyCredentialRequestOptions.class);
        if (asked.isEmpty()) {
            response.sendRedirect("/sign-in?late");
            return;
        }
        PasskeyDesk.Answered answered = desk.check(asked.get().options(), credential);
        SignInResult result = result(answered);
        log.note(answered.user().map(User::id).orElse(null), SignInWay.PASSKEY, result, null, arrival);
        if (!result.isSuccess()) {
            response.sendRedirect("/sign-in?passkey");
            return;
        }
        attempts.succeeded(attempt);
        User user = answered.user().orElseThrow();
        SignedIn who = new SignedIn(user.id(), user.name(), clock.millis(), SignInWay.PASSKEY, true, arrival);
        outcome.onAuthenticationSuccess(request, response, entrance.enter(who, request, response));
    }

    private static SignInResult result(PasskeyDesk.Answered answered) {
        if (!answered.valid()) {
            return SignInResult.WRONG_PASSKEY;
        }
        return answered.user().filter(User::isEnabled).isPresent() ? SignInResult.SIGNED_IN : SignInResult.SHUT_OUT;
    }
}
