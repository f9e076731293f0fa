package mainstay.team.member;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.web.Flash;
import mainstay.shared.web.Text;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/team/people/{name}/competence")
@Allowed.Everyone
class CompetenceController {

    private final CompetenceDesk desk;
    private final Clock clock;

    CompetenceController(CompetenceDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@PathVariable String name) {
        return page(name, CompetenceForm.empty(LocalDate.now(clock)), Map.of());
    }

    private ModelAndView page(String name, CompetenceForm form, Map<String, Text> refusals) {
        return new ModelAndView("team/competence")
                .addObject("profile", desk.of(name))
                .addObject("form", form)
                .addObject("refusals", refusals);
    }

    @PostMapping
    @Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
    ModelAndView assess(@PathVariable String name, CompetenceForm form, RedirectAttributes redirect) {
        Map<String, Text> refusals = desk.assess(name, form);
        if (!refusals.isEmpty()) {
            ModelAndView again = page(name, form, refusals);
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Flash.success(redirect, "competence.kept");
        return new ModelAndView("redirect:/team/people/" + name + "/competence");
    }
}
