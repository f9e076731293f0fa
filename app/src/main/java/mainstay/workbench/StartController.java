package mainstay.workbench;

import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.FirmDesk;
import mainstay.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The front door: everybody starts with Today; before that, an administrator says who the firm is.
@Controller
@Allowed.Everyone
class StartController {

    private final FirmDesk firm;

    StartController(FirmDesk firm) {
        this.firm = firm;
    }

    @GetMapping("/")
    String start() {
        boolean asks = Acting.actor().is(Role.ADMINISTRATOR) && !firm.settings().settled();
        return asks ? "redirect:/settings/firm" : "redirect:/today";
    }
}
