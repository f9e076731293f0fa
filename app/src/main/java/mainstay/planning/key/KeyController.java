package mainstay.planning.key;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import mainstay.identity.Allowed;
import mainstay.planning.PlanningPeople;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The map of all accounts that matter and their keys.
@Controller
@RequestMapping(KeyQuery.PATH)
@Allowed.Everyone
class KeyController {

    private final Keys keys;
    private final PlanningPeople people;
    private final KeyExport export;
    private final PageContexts contexts;

    KeyController(Keys keys, PlanningPeople people, KeyExport export, PageContexts contexts) {
        this.keys = keys;
        this.people = people;
        this.export = export;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView map(KeyQuery query) {
        return new ModelAndView("planning/keys-map")
                .addObject("map", keys.page(query))
                .addObject("people", people.all());
    }

    @GetMapping("/export")
    void export(
            KeyQuery query,
            @RequestParam(defaultValue = "csv") String form,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (!List.of("csv", "xlsx").contains(form)) {
            throw new Problem.Invalid("key.badForm", form);
        }
        export.write(form, keys.all(query), contexts.of(request, Map.of()), response);
    }
}
