package mainstay.relationships;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import mainstay.accounts.people.PersonFiles;
import mainstay.activity.ActivityKinds;
import mainstay.identity.Allowed;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
@Allowed.Everyone
class ActivityListController {

    private static final int SIZE = 50;
    private static final int MOST_OFFERED = 8;

    private final ActivityLists lists;
    private final ActivityKinds kinds;
    private final Colleagues colleagues;
    private final PersonFiles people;
    private final ActivityExport export;
    private final PageContexts contexts;

    ActivityListController(
            ActivityLists lists,
            ActivityKinds kinds,
            Colleagues colleagues,
            PersonFiles people,
            ActivityExport export,
            PageContexts contexts) {
        this.lists = lists;
        this.kinds = kinds;
        this.colleagues = colleagues;
        this.people = people;
        this.export = export;
        this.contexts = contexts;
    }

    @GetMapping(ActivityQuery.PATH)
    ModelAndView list(ActivityQuery query) {
        return new ModelAndView("relationships/list")
                .addObject("listing", lists.page(query, SIZE))
                .addObject("kinds", kinds.all())
                .addObject("colleagues", colleagues.present());
    }

    @GetMapping(ActivityQuery.PATH + "/export")
    void export(
            ActivityQuery query,
            @RequestParam(defaultValue = "csv") String form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!List.of("csv", "xlsx").contains(form)) {
            throw new Problem.Invalid("activity.badFilter", form);
        }
        export.write(form, lists.all(query, ActivityExport.MOST), contexts.of(request, Map.of()), response);
    }

    /// People to choose from while somebody writes a note.
    @GetMapping(ActivityQuery.PATH + "/names")
    ModelAndView names(@RequestParam(defaultValue = "") String q) {
        return new ModelAndView("relationships/names")
                .addObject("found", q.isBlank() ? null : people.page(q, 1, MOST_OFFERED));
    }
}
