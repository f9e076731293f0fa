package mainstay.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import mainstay.identity.SecondFactorDesk.Checked;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The second question at the door: the code, of whoever gave the right password.
@Controller
@RequestMapping("/sign-in/code")
@Allowed.Open
class CodeController {

    private final Users users;
    private final SecondFactorDesk factors;
    private final Throttle throttle;
    private final SignInLog log;
    private final Entrance entrance;
    private final SignInOutcome outcome;
    private final Clock clock;

    CodeController(
            Users users,
            SecondFactorDesk factors,
            Throttle throttle,
            SignInLog log,
            Entrance entrance,
            SignInOutcome outcome,
            Clock clock) {
        this.users = users;
        this.factors = factors;
        this.throttle = throttle;
        this.log = log;
        this.entrance = entrance;
        this.outcome = outcome;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(HttpServletRequest request) {
        return whoWaits(request).isPresent() ? page("") : new ModelAndView("redirect:/sign-in");
    }

    @PostMapping
    @Nullable
    ModelAndView check(@RequestParam String code, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<User> waiting = whoWaits(request);
        if (waiting.isEmpty()) {
            PendingSignIn.forget(request);
            return new ModelAndView("redirect:/sign-in?late");
        }
        User user = waiting.get();
        Arrival arrival = Arrival.of(request);
        long attempt = throttle.begin(Throttle.Of.CODE, user.id());
        if (throttle.isTooMany(Throttle.Of.CODE, user.id())) {
            log.note(user.id(), SignInWay.PASSWORD, SignInResult.TOO_MANY_TRIES, null, arrival);
            return refused("signIn.wait");
        }
        Checked checked = factors.check(user.id(), code);
        if (checked != Checked.APP && checked != Checked.RECOVERY_CODE) {
            return refused(user, checked, arrival);
        }
        throttle.succeeded(attempt);
        String factor = checked == Checked.APP ? "app" : "recoveryCode";
        log.note(user.id(), SignInWay.PASSWORD, SignInResult.SIGNED_IN, factor, arrival);
        PendingSignIn.forget(request);
        SignedIn who = new SignedIn(user.id(), user.name(), clock.millis(), SignInWay.PASSWORD, true, arrival);
        outcome.onAuthenticationSuccess(request, response, entrance.enter(who, request, response));
        return null;
    }

    private Optional<User> whoWaits(HttpServletRequest request) {
        return PendingSignIn.of(request)
                .flatMap(
                        pending -> users.byId(pending.userId()).filter(user -> pending.waitsFor(user, clock.millis())));
    }

    private ModelAndView refused(User user, Checked checked, Arrival arrival) {
        boolean used = checked == Checked.USED_BEFORE;
        SignInResult result = used ? SignInResult.USED_CODE : SignInResult.WRONG_CODE;
        log.note(user.id(), SignInWay.PASSWORD, result, null, arrival);
        return refused(used ? "code.used" : checked == Checked.UNREADABLE ? "code.unreadable" : "code.wrong");
    }

    private static ModelAndView refused(String errorKey) {
        ModelAndView again = page(errorKey);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static ModelAndView page(String errorKey) {
        return new ModelAndView("identity/code").addObject("errorKey", errorKey);
    }
}
