package mainstay.identity;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import mainstay.identity.IdentityProvider.Answer;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// To the identity server of the firm and back. A link leads there and no form: forms may not leave for elsewhere.
@Controller
@RequestMapping("/sign-in/provider")
@Allowed.Open
class ProviderController {

    private final IdentityProvider provider;
    private final ProviderPeople people;
    private final ProviderLinks links;
    private final SignInAttempts attempts;
    private final SignInLog log;
    private final Entrance entrance;
    private final SignInOutcome outcome;
    private final Clock clock;

    ProviderController(
            IdentityProvider provider,
            ProviderPeople people,
            ProviderLinks links,
            SignInAttempts attempts,
            SignInLog log,
            Entrance entrance,
            SignInOutcome outcome,
            Clock clock) {
        this.provider = provider;
        this.people = people;
        this.links = links;
        this.attempts = attempts;
        this.log = log;
        this.entrance = entrance;
        this.outcome = outcome;
        this.clock = clock;
    }

    @GetMapping
    String leave(HttpServletRequest request) {
        if (!provider.settings().isOn()) {
            throw new Problem.NotFound("provider.none");
        }
        Optional<OAuth2AuthorizationRequest> question = provider.question(request);
        if (question.isEmpty()) {
            note(null, SignInResult.PROVIDER_AWAY, request);
            return "redirect:/sign-in?away";
        }
        Challenge.keep(request, "", question.get());
        return "redirect:" + question.get().getAuthorizationRequestUri();
    }

    @GetMapping("/return")
    void comeBack(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request,
            HttpServletResponse response)
            throws ServletException, IOException {
        String address = Arrival.of(request).address();
        // a name of its own for each try, so that tries count for their address alone
        String name = "PROVIDER " + UUID.randomUUID();
        long attempt = attempts.begin(name, address);
        if (attempts.isTooMany(name, address)) {
            note(null, SignInResult.TOO_MANY_TRIES, request);
            response.sendRedirect("/sign-in?wait");
            return;
        }
        Optional<Challenge<OAuth2AuthorizationRequest>> asked =
                Challenge.take(request, OAuth2AuthorizationRequest.class);
        if (asked.isEmpty()) {
            response.sendRedirect("/sign-in?late");
            return;
        }
        boolean answered = !code.isBlank() && !state.isBlank();
        Answer answer = answered ? provider.check(asked.get().options(), code, state) : new Answer.Refused();
        if (links.isWish(asked.get().name())) {
            if (answer instanceof Answer.Known) {
                attempts.succeeded(attempt);
            }
            response.sendRedirect(links.comeBack(request, asked.get().name(), answer));
            return;
        }
        switch (answer) {
            case Answer.Away away -> refuse(SignInResult.PROVIDER_AWAY, "/sign-in?away", request, response);
            case Answer.Refused refused ->
                refuse(SignInResult.PROVIDER_REFUSED, "/sign-in?provider", request, response);
            case Answer.Known known -> {
                attempts.succeeded(attempt);
                enter(known, request, response);
            }
        }
    }

    /// Who is shut out reads the same as who is not known: an administrator can tell.
    private void enter(Answer.Known known, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Optional<User> user = people.who(provider.settings(), known.account(), known.person());
        if (user.isEmpty() || !user.get().isEnabled()) {
            note(user.orElse(null), user.isEmpty() ? SignInResult.UNKNOWN_PERSON : SignInResult.SHUT_OUT, request);
            response.sendRedirect("/sign-in?unknown");
            return;
        }
        note(user.get(), SignInResult.SIGNED_IN, request);
        SignedIn who = new SignedIn(
                user.get().id(), user.get().name(), clock.millis(), SignInWay.PROVIDER, true, Arrival.of(request));
        outcome.onAuthenticationSuccess(request, response, entrance.enter(who, request, response));
    }

    private void refuse(SignInResult result, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        note(null, result, request);
        response.sendRedirect(path);
    }

    private void note(@Nullable User user, SignInResult result, HttpServletRequest request) {
        log.note(user == null ? null : user.id(), SignInWay.PROVIDER, result, null, Arrival.of(request));
    }
}
