package mainstay.rating.finding;

import java.util.Map;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/settings/findings")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class ThresholdController {
    private final ThresholdDesk desk;

    ThresholdController(ThresholdDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ModelAndView page() {
        return page(desk.view());
    }

    @PostMapping
    ModelAndView save(
            @RequestParam Map<String, String> answers, @RequestParam long revision, RedirectAttributes redirect) {
        ThresholdsView view = desk.settle(answers, revision);
        if (!view.refusals().isEmpty()) {
            ModelAndView again = page(view);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, "findings.thresholds.saved");
        return new ModelAndView("redirect:/settings/findings");
    }

    private static ModelAndView page(ThresholdsView view) {
        return new ModelAndView("finding/thresholds").addObject("view", view);
    }
}
