package mainstay.team.handover;

import java.util.LinkedHashMap;
import java.util.Map;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.HarmlessText;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
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
@RequestMapping("/team")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class HandOverController {

    private static final String HEIR = "heir-";

    private final HandOverDesk desk;

    HandOverController(HandOverDesk desk) {
        this.desk = desk;
    }

    /// @param user the name that somebody signs in with
    @GetMapping("/leaving/{user}")
    ModelAndView page(@PathVariable String user) {
        return page(user, Map.of(), null, Map.of());
    }

    /// @param reason as it was typed; null where nobody typed one yet
    private ModelAndView page(
            String user, Map<String, String> heirs, @Nullable String reason, Map<String, Text> refusals) {
        ModelAndView page = new ModelAndView("team/leaving")
                .addObject("handOver", desk.of(user))
                .addObject("chosen", heirs)
                .addObject("reason", reason == null ? null : HarmlessText.without(reason))
                .addObject("refusals", refusals);
        if (!refusals.isEmpty()) {
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page;
    }

    /// @param form an heir for each kind, by `heir-` and the kind
    @PostMapping("/leaving/{user}")
    ModelAndView handOver(
            @PathVariable String user,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> form,
            RedirectAttributes redirect) {
        Map<String, String> heirs = new LinkedHashMap<>();
        form.forEach((name, value) -> {
            if (name.startsWith(HEIR)) {
                heirs.put(name.substring(HEIR.length()), value);
            }
        });
        HandOverDesk.Outcome outcome;
        try {
            outcome = desk.handOver(user, heirs, reason);
        } catch (HandOverDesk.Refused refused) {
            return page(user, heirs, reason, refused.refusals());
        }
        if (!outcome.refusals().isEmpty()) {
            return page(user, heirs, reason, outcome.refusals());
        }
        Flash.success(redirect, "handover.done");
        return new ModelAndView("redirect:/team/handovers/" + outcome.protocol());
    }

    @GetMapping("/handovers/{id}")
    ModelAndView protocol(@PathVariable long id) {
        return new ModelAndView("team/protocol").addObject("protocol", desk.protocol(id));
    }
}
