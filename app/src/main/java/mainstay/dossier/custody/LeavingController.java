package mainstay.dossier.custody;

import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/archive/leaving/{user}")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class LeavingController {

    private final LeavingDesk desk;

    LeavingController(LeavingDesk desk) {
        this.desk = desk;
    }

    /// @param user the name that somebody signs in with
    @GetMapping
    ModelAndView page(@PathVariable String user) {
        return new ModelAndView("dossier/leaving").addObject("leaving", desk.of(user));
    }

    @PostMapping
    ModelAndView handOver(
            @PathVariable String user,
            @RequestParam(defaultValue = "") String heir,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        try {
            desk.handOver(user, heir, reason);
        } catch (Problem.Invalid refused) {
            ModelAndView again = page(user).addObject("refusal", Text.of(refused.messageKey(), refused.arguments()));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, "leaving.done");
        return new ModelAndView("redirect:/archive/leaving/" + user);
    }
}
