package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The own tie to the identity server of the firm. To be bound takes the password, as everything does that opens the
/// door; then a link leads there, as forms may not leave for elsewhere; and who comes back is shown as whom the server
/// knows them before it counts. To be parted takes the password as well: it has to be known by then.
@Controller
@RequestMapping("/profile/provider")
@Allowed.Everyone
class ProviderLinkController {

    private static final String BACK = "redirect:/profile/provider";

    private final IdentityProvider provider;
    private final ProviderLinks links;
    private final ProviderPeople people;
    private final KeyRing keys;
    private final OwnPassword ownPassword;

    ProviderLinkController(
            IdentityProvider provider,
            ProviderLinks links,
            ProviderPeople people,
            KeyRing keys,
            OwnPassword ownPassword) {
        this.provider = provider;
        this.links = links;
        this.people = people;
        this.keys = keys;
        this.ownPassword = ownPassword;
    }

    /// How the way there and back ended, by the name of what is asked for.
    @GetMapping
    ModelAndView page(
            @RequestParam(required = false) @Nullable String linked,
            @RequestParam(required = false) @Nullable String taken,
            @RequestParam(required = false) @Nullable String refused,
            @RequestParam(required = false) @Nullable String away,
            HttpServletRequest request) {
        boolean isTied = people.tie(CurrentUser.user().id()).isPresent();
        String told = Stream.of(
                        key(isTied ? linked : null, "provider.linked"),
                        key(taken, "provider.taken"),
                        key(refused, "provider.refused"),
                        key(away, "provider.away"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("");
        return page(request, told, "");
    }

    private static Optional<String> key(@Nullable String asked, String key) {
        return asked == null ? Optional.empty() : Optional.of(key);
    }

    @PostMapping
    ModelAndView begin(@RequestParam(defaultValue = "") String password, HttpServletRequest request) {
        User user = CurrentUser.user();
        if (!provider.settings().isOn()) {
            throw new Problem.NotFound("provider.none");
        }
        if (people.tie(user.id()).isPresent()) {
            return new ModelAndView(BACK);
        }
        Optional<String> refusal = refusal(user, password);
        if (refusal.isPresent()) {
            return refused(request, refusal.get());
        }
        return links.ask(request, user)
                .map(address -> new ModelAndView("identity/provider-leave")
                        .addObject("address", address)
                        .addObject("label", label()))
                .orElseGet(() -> new ModelAndView(BACK + "?away"));
    }

    /// Where nothing waits any more, the page shows how it stands.
    @PostMapping("/confirmation")
    String confirm(
            @RequestParam(defaultValue = "false") boolean own,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        User user = CurrentUser.user();
        Optional<ProviderAccount> account = links.take(request, user);
        if (account.isEmpty()) {
            return BACK;
        }
        if (!own) {
            Flash.success(redirect, "provider.left");
            return BACK;
        }
        return BACK + (people.link(account.get(), user) ? "?linked" : "?taken");
    }

    @PostMapping("/removal")
    ModelAndView remove(
            @RequestParam(defaultValue = "") String password, HttpServletRequest request, RedirectAttributes redirect) {
        User user = CurrentUser.user();
        if (people.tie(user.id()).isEmpty()) {
            throw new Problem.NotFound("provider.notBound");
        }
        Optional<String> refusal = refusal(user, password);
        if (refusal.isPresent()) {
            return refused(request, refusal.get());
        }
        keys.release(user, Entrance.session(request));
        Flash.success(redirect, "provider.unlinked");
        return new ModelAndView(BACK);
    }

    /// Whom the server brought here has a password that nobody knows, and reads who sets another.
    private Optional<String> refusal(User user, String password) {
        return ownPassword
                .refusal(user, password)
                .map(key -> key.equals("password.wrongOld") ? "provider.wrongPassword" : key);
    }

    private ModelAndView refused(HttpServletRequest request, String errorKey) {
        ModelAndView again = page(request, "", errorKey);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private String label() {
        return provider.settings().label().strip();
    }

    private ModelAndView page(HttpServletRequest request, String told, String errorKey) {
        User user = CurrentUser.user();
        return new ModelAndView("identity/provider")
                .addObject("user", user)
                .addObject("on", provider.settings().isOn())
                .addObject("label", label())
                .addObject("tie", people.tie(user.id()).orElse(null))
                .addObject("waiting", links.waiting(request, user).orElse(null))
                .addObject("told", told)
                .addObject("errorKey", errorKey);
    }
}
