package mainstay.team.energy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.identity.Allowed;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class EnergyController {

    static final int WEEKS = 8;
    static final int MOST_WEEKS = 52;

    private final EnergyDesk desk;
    private final EnergyExport export;
    private final PageContexts contexts;
    private final Clock clock;

    EnergyController(EnergyDesk desk, EnergyExport export, PageContexts contexts, Clock clock) {
        this.desk = desk;
        this.export = export;
        this.contexts = contexts;
        this.clock = clock;
    }

    /// @param team name that a leader signs in with
    @GetMapping("/team/energy")
    ModelAndView overview(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String team) {
        return new ModelAndView("team/energy").addObject("overview", desk.overview(desk.period(from, until), team));
    }

    @GetMapping("/team/energy/export")
    void export(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "csv") String form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!List.of("csv", "xlsx").contains(form)) {
            throw new Problem.Invalid("energy.wrong.form", form);
        }
        export.write(form, desk.overview(desk.period(from, until), team), contexts.of(request, Map.of()), response);
    }

    /// @param day from which on something else was the rule; none: eight weeks ago
    @GetMapping("/team/energy/change")
    ModelAndView change(
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "" + WEEKS) int weeks,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String person) {
        LocalDate from = day.isBlank() ? LocalDate.now(clock).minusWeeks(WEEKS) : EnergyPeriod.day(day);
        return new ModelAndView("team/energy-change")
                .addObject("change", desk.change(from, Math.clamp(weeks, 1, MOST_WEEKS), team, person));
    }

    @GetMapping("/team/people/{name}/energy")
    ModelAndView person(@PathVariable String name) {
        return new ModelAndView("team/energy-person").addObject("person", desk.person(name));
    }
}
