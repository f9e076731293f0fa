package mainstay.planning.standard;

import java.util.Map;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.planning.Written;
import mainstay.shared.web.ChecksText;
import mainstay.shared.web.FormAnswer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping(StandardController.PATH)
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class StandardController {

    static final String PATH = "/settings/plans";

    private final TierStandards standards;

    StandardController(TierStandards standards) {
        this.standards = standards;
    }

    @GetMapping
    ModelAndView page() {
        return page(standards.written());
    }

    private ModelAndView page(Written form) {
        return new ModelAndView("planning/standards")
                .addObject("standards", standards.all())
                .addObject("form", form);
    }

    @PostMapping
    @ChecksText
    ModelAndView keep(@RequestParam Map<String, String> fields, RedirectAttributes redirect) {
        Written form = Written.of(fields);
        boolean kept = standards.keep(form);
        return FormAnswer.of(!kept, () -> page(form), redirect, PATH, "standard.kept");
    }
}
