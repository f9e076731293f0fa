package mainstay.planning.plan;

import java.util.List;
import mainstay.identity.Acting;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class PlanListController {

    private static final List<String> FILTERS = List.of("all", "running", "overdue", "review", "ended");

    private final PlanLists lists;

    PlanListController(PlanLists lists) {
        this.lists = lists;
    }

    /// @param whose `mine` or `all`; managers begin with their own
    @GetMapping("/plans")
    ModelAndView list(@RequestParam(defaultValue = "") String whose, @RequestParam(defaultValue = "all") String show) {
        boolean mine = whose.isEmpty() ? Acting.actor().is(Role.KAM) : whose.equals("mine");
        return new ModelAndView("planning/list")
                .addObject("listing", lists.list(mine, FILTERS.contains(show) ? show : "all"))
                .addObject("filters", FILTERS);
    }
}
