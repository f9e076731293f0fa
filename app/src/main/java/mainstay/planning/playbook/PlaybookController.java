package mainstay.planning.playbook;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.planning.EffectMetric;
import mainstay.planning.Metrics;
import mainstay.planning.Written;
import mainstay.planning.work.WorkItem;
import mainstay.shared.web.ChecksText;
import mainstay.shared.web.FormAnswer;
import mainstay.shared.web.PageContexts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping(PlaybookController.PATH)
@Allowed({Role.DIRECTOR, Role.ADMINISTRATOR})
class PlaybookController {

    static final String PATH = "/settings/plans/templates";

    private final Playbooks playbooks;
    private final PlaybookDesk desk;
    private final PlaybookForm forms;
    private final Metrics metrics;
    private final PageContexts contexts;

    PlaybookController(
            Playbooks playbooks, PlaybookDesk desk, PlaybookForm forms, Metrics metrics, PageContexts contexts) {
        this.playbooks = playbooks;
        this.desk = desk;
        this.forms = forms;
        this.metrics = metrics;
        this.contexts = contexts;
    }

    @GetMapping
    ModelAndView list() {
        return list(Written.of(Map.of()), Written.of(Map.of()));
    }

    /// @param copy   of a new template
    /// @param choice of the templates that are offered first
    private ModelAndView list(Written copy, Written choice) {
        playbooks.choices().forEach((situation, code) -> {
            if (!choice.has(situation.code())) {
                choice.with(situation.code(), code);
            }
        });
        return new ModelAndView("planning/playbooks")
                .addObject("playbooks", playbooks.all())
                .addObject("copy", copy)
                .addObject("choice", choice);
    }

    @PostMapping
    @ChecksText
    ModelAndView copy(
            @RequestParam Map<String, String> fields, HttpServletRequest request, RedirectAttributes redirect) {
        Written form = Written.of(fields);
        Optional<String> code = desk.copy(form, contexts.locale(request));
        return FormAnswer.of(
                code.isEmpty(),
                () -> list(form, Written.of(Map.of())),
                redirect,
                PATH + "/" + code.orElse(""),
                "playbook.copied");
    }

    @PostMapping("/choice")
    @ChecksText
    ModelAndView choose(@RequestParam Map<String, String> fields, RedirectAttributes redirect) {
        Written form = Written.of(fields);
        boolean kept = desk.choose(form);
        return FormAnswer.of(!kept, () -> list(Written.of(Map.of()), form), redirect, PATH, "playbook.chosen");
    }

    @GetMapping("/{code}")
    ModelAndView one(@PathVariable String code, HttpServletRequest request) {
        return page(code, forms.of(desk.at(code), contexts.locale(request)));
    }

    private ModelAndView page(String code, Written form) {
        return new ModelAndView("planning/playbook")
                .addObject("playbook", desk.at(code))
                .addObject("form", form)
                .addObject("metrics", metrics.all())
                .addObject("forms", WorkItem.FORMS)
                .addObject("effects", EffectMetric.values());
    }

    @PostMapping("/{code}")
    @ChecksText
    ModelAndView change(
            @PathVariable String code,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Written form = Written.of(fields);
        Locale language = contexts.locale(request);
        boolean kept = desk.change(code, form, language);
        return FormAnswer.of(!kept, () -> page(code, form), redirect, PATH, "playbook.kept");
    }
}
