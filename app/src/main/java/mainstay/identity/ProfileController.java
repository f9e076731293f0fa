package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import mainstay.identity.UserChange.Done;
import mainstay.identity.UserChange.Refused;
import mainstay.shared.web.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What people may change about themselves: language, appearance, password, tokens. Names are
/// the administrator's to give: rights can follow from them.
@Controller
@RequestMapping("/profile")
@Allowed.Everyone
class ProfileController {

    private static final String BACK = "redirect:/profile";
    private static final Set<String> LANGUAGES = Set.of("", "en", "zh-CN", "zh-TW");
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private final UserDesk desk;
    private final AccessTokens tokens;
    private final OwnPassword ownPassword;
    private final Entrance entrance;
    private final IdentityProvider provider;

    ProfileController(
            UserDesk desk, AccessTokens tokens, OwnPassword ownPassword, Entrance entrance, IdentityProvider provider) {
        this.desk = desk;
        this.tokens = tokens;
        this.ownPassword = ownPassword;
        this.entrance = entrance;
        this.provider = provider;
    }

    @GetMapping
    ModelAndView page() {
        return page("", "", NewToken.USUAL);
    }

    @PostMapping
    ModelAndView save(@RequestParam String locale, @RequestParam String theme, RedirectAttributes redirect) {
        if (!LANGUAGES.contains(locale) || !THEMES.contains(theme)) {
            return refused("profile.unknownChoice");
        }
        desk.setPreferences(CurrentUser.user().id(), locale.isEmpty() ? null : locale, theme);
        Flash.success(redirect, "profile.saved");
        return new ModelAndView(BACK);
    }

    /// Everything that was open under the old password ends, but for the session that asks.
    @PostMapping("/password")
    ModelAndView password(
            @RequestParam String old,
            @RequestParam String password,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        User user = CurrentUser.user();
        Optional<String> unknown = ownPassword.refusal(user, old);
        if (unknown.isPresent()) {
            return refused(unknown.get());
        }
        return switch (desk.setPassword(user.id(), password, Entrance.session(request))) {
            case Done done -> {
                entrance.renew(request, response);
                Flash.success(redirect, "profile.passwordChanged");
                yield new ModelAndView(BACK);
            }
            case Refused refusal -> refused(refusal.messageKey());
        };
    }

    /// A window that was left open is not enough: a token opens the door for months.
    @PostMapping("/tokens")
    ModelAndView createToken(NewToken wanted, @RequestParam(defaultValue = "") String password) {
        User user = CurrentUser.user();
        Optional<String> refusal = wanted.refusal();
        Optional<String> unknown = refusal.isPresent() ? Optional.empty() : ownPassword.refusal(user, password);
        if (refusal.isPresent() || unknown.isPresent()) {
            ModelAndView again = page(refusal.orElse(""), "", wanted).addObject("tokenPassword", unknown.orElse(""));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        return page(
                "",
                tokens.create(
                        user.id(),
                        wanted.label(),
                        TokenScope.parseAll(wanted.scopes()).orElseThrow(),
                        wanted.life()),
                NewToken.USUAL);
    }

    @PostMapping("/tokens/{id}/revocation")
    String revokeToken(@PathVariable long id, RedirectAttributes redirect) {
        tokens.revoke(CurrentUser.user().id(), id);
        Flash.success(redirect, "token.revoked");
        return BACK;
    }

    private ModelAndView refused(String errorKey) {
        ModelAndView again = page(errorKey, "", NewToken.USUAL);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView page(String errorKey, String newToken, NewToken typed) {
        User user = CurrentUser.user();
        Locale language = user.language();
        return new ModelAndView("identity/profile")
                .addObject("user", user)
                .addObject("locale", language == null ? "" : language.toLanguageTag())
                .addObject("tokens", tokens.of(user.id()))
                .addObject("provider", provider.settings().isOn())
                .addObject("errorKey", errorKey)
                .addObject("typed", typed)
                .addObject("newToken", newToken);
    }
}
