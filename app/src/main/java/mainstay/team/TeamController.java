package mainstay.team;

import java.util.Objects;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.team.duty.CoverageBoard;
import mainstay.team.member.AwayMonths;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@RequestMapping("/team")
@Allowed.Everyone
class TeamController {

    private final TeamPeople people;
    private final CoverageBoard board;
    private final AwayMonths months;

    TeamController(TeamPeople people, CoverageBoard board, AwayMonths months) {
        this.people = people;
        this.board = board;
        this.months = months;
    }

    @GetMapping
    ModelAndView people() {
        return new ModelAndView("team/people")
                .addObject("people", people.all())
                .addObject("mayHandOver", Acting.actor().is(Role.DIRECTOR, Role.ADMINISTRATOR))
                .addObject("own", Objects.requireNonNullElse(Acting.actor().id(), 0L));
    }

    /// @param month as `2026-11`; this one where it is none
    @GetMapping("/absences")
    ModelAndView absences(@RequestParam(defaultValue = "") String month) {
        return new ModelAndView("team/absences").addObject("month", months.ofAll(month));
    }

    @GetMapping("/load")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER})
    ModelAndView load() {
        return new ModelAndView("team/load").addObject("loads", board.loads());
    }
}
