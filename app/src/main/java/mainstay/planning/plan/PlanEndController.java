package mainstay.planning.plan;

import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.FormAnswer;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// What cannot be undone is asked once more, on a page that says what it means.
@Controller
@RequestMapping("/plans/{id}")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
class PlanEndController {

    private static final String YES = "yes";

    private final PlanDesk desk;
    private final PlanReading reading;

    PlanEndController(PlanDesk desk, PlanReading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    @GetMapping("/close")
    ModelAndView closing(@PathVariable long id) {
        PlanView view = reading.at(id);
        return sure(view.plan(), "/close", "plan.close", Text.of("plan.closeMeans", view.toDo()));
    }

    /// @param sure `yes` from the page that asks once more
    @PostMapping("/close")
    ModelAndView close(
            @PathVariable long id, @RequestParam(defaultValue = "") String sure, RedirectAttributes redirect) {
        if (sure.equals(YES)) {
            desk.close(id);
        }
        return FormAnswer.of(!sure.equals(YES), () -> closing(id), redirect, "/plans/" + id, "plan.closed");
    }

    @GetMapping("/goals/{goal}/drop")
    ModelAndView dropping(@PathVariable long id, @PathVariable long goal) {
        PlanView view = reading.at(id);
        String metric = view.goals().stream()
                .filter(progress -> progress.goal().id() == goal)
                .findFirst()
                .map(progress -> progress.metric().key())
                .orElseThrow(() -> new Problem.NotFound("goal.unknownGoal"));
        return sure(
                view.plan(), "/goals/" + goal + "/drop", "goal.dropOne", Text.of("goal.dropMeans", Text.of(metric)));
    }

    /// @param sure as above
    @PostMapping("/goals/{goal}/drop")
    ModelAndView drop(
            @PathVariable long id,
            @PathVariable long goal,
            @RequestParam(defaultValue = "") String sure,
            RedirectAttributes redirect) {
        if (sure.equals(YES)) {
            desk.dropGoal(id, goal);
        }
        return FormAnswer.of(!sure.equals(YES), () -> dropping(id, goal), redirect, "/plans/" + id, "goal.dropped");
    }

    private static ModelAndView sure(Plan plan, String action, String key, Text means) {
        return new ModelAndView("planning/sure")
                .addObject("plan", plan)
                .addObject("action", plan.path() + action)
                .addObject("key", key)
                .addObject("means", means);
    }
}
