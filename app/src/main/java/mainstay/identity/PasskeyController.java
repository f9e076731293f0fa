package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The own passkeys. A new one takes the password, as everything does that opens the door; then a page on which the
/// device is asked.
@Controller
@RequestMapping("/profile/passkeys")
@Allowed.Everyone
class PasskeyController {

    private static final String BACK = "redirect:/profile/passkeys";

    private final PasskeyDesk desk;
    private final Passkeys passkeys;
    private final RelyingParty party;
    private final OwnPassword ownPassword;

    PasskeyController(PasskeyDesk desk, Passkeys passkeys, RelyingParty party, OwnPassword ownPassword) {
        this.desk = desk;
        this.passkeys = passkeys;
        this.party = party;
        this.ownPassword = ownPassword;
    }

    @GetMapping
    ModelAndView page() {
        return page("", "");
    }

    @PostMapping("/new")
    ModelAndView begin(@RequestParam String name, @RequestParam String password, HttpServletRequest request) {
        User user = CurrentUser.user();
        String label = name.strip();
        if (label.isEmpty() || label.length() > 100) {
            return refused(name, "passkey.badName");
        }
        Optional<String> refusal = ownPassword.refusal(user, password);
        if (refusal.isPresent()) {
            return refused(name, refusal.get());
        }
        PublicKeyCredentialCreationOptions options = desk.creation(user);
        Challenge.keep(request, label, options);
        return new ModelAndView("identity/new-passkey")
                .addObject("name", label)
                .addObject("options", desk.written(options));
    }

    @PostMapping
    String register(@RequestParam String credential, HttpServletRequest request, RedirectAttributes redirect) {
        Optional<Challenge<PublicKeyCredentialCreationOptions>> asked =
                Challenge.take(request, PublicKeyCredentialCreationOptions.class);
        boolean taken = asked.isPresent()
                && desk.register(
                        CurrentUser.user(), asked.get().name(), asked.get().options(), credential);
        if (taken) {
            Flash.success(redirect, "passkey.added", asked.get().name());
        } else {
            Flash.warning(redirect, "passkey.notAdded");
        }
        return BACK;
    }

    @PostMapping("/{id}/removal")
    String remove(@PathVariable long id, RedirectAttributes redirect) {
        String name =
                desk.remove(CurrentUser.user().id(), id).orElseThrow(() -> new Problem.NotFound("passkey.unknown"));
        Flash.success(redirect, "passkey.removed", name);
        return BACK;
    }

    private ModelAndView refused(String name, String errorKey) {
        ModelAndView again = page(name, errorKey);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private ModelAndView page(String name, String errorKey) {
        User user = CurrentUser.user();
        return new ModelAndView("identity/passkeys")
                .addObject("user", user)
                .addObject("passkeys", passkeys.of(user.id()))
                .addObject("origins", party.origins().stream().sorted().toList())
                .addObject("name", name)
                .addObject("errorKey", errorKey);
    }
}
