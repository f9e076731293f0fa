package mainstay.identity;

import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Takes keys of somebody else away, for phones that are lost and people who ask for it.
@Controller
@RequestMapping("/settings/users/{id}")
@Allowed(Role.ADMINISTRATOR)
class UserKeyController {

    private final UserDesk desk;
    private final KeyRing keys;

    UserKeyController(UserDesk desk, KeyRing keys) {
        this.desk = desk;
        this.keys = keys;
    }

    @PostMapping("/second-factor/reset")
    String resetFactor(@PathVariable long id, RedirectAttributes redirect) {
        User user = known(id);
        if (!keys.resetFactor(user)) {
            throw new Problem.NotFound("factor.none");
        }
        Flash.success(redirect, "factor.resetOf", user.fullName());
        return back(id);
    }

    @PostMapping("/passkeys/{passkey}/removal")
    String removePasskey(@PathVariable long id, @PathVariable long passkey, RedirectAttributes redirect) {
        String name = keys.removePasskey(known(id), passkey).orElseThrow(() -> new Problem.NotFound("passkey.unknown"));
        Flash.success(redirect, "passkey.removed", name);
        return back(id);
    }

    /// One's own is taken away by password alone, so that no administrator stays outside.
    @PostMapping("/provider/release")
    String release(@PathVariable long id, RedirectAttributes redirect) {
        User user = known(id);
        if (user.id() == CurrentUser.user().id()) {
            Flash.warning(redirect, "provider.ownByPassword");
            return "redirect:/profile/provider";
        }
        if (!keys.release(user, null)) {
            throw new Problem.NotFound("provider.notBound");
        }
        Flash.success(redirect, "provider.released", user.fullName());
        return back(id);
    }

    private static String back(long id) {
        return "redirect:/settings/users/" + id + "/sessions";
    }

    private User known(long id) {
        return desk.byId(id).orElseThrow(() -> new Problem.NotFound("user.unknown"));
    }
}
