package mainstay.workbench.asked;

import java.util.List;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/today/team")
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class TeamController {

    private final TeamDesk desk;

    TeamController(TeamDesk desk) {
        this.desk = desk;
    }

    /// @param person whose rules are shown, by the name that he signs in with
    @GetMapping
    ModelAndView page(@RequestParam(defaultValue = "") String person) {
        return new ModelAndView("workbench/team")
                .addObject("lines", desk.lines())
                .addObject("person", person)
                .addObject("rules", person.isEmpty() ? List.of() : desk.rulesOf(person))
                .addObject("day", desk.day().orElse(null));
    }
}
