package mainstay.planning.plan;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.planning.Metrics;
import mainstay.planning.Written;
import mainstay.shared.Problem;
import mainstay.shared.web.ChecksText;
import mainstay.shared.web.Flash;
import mainstay.shared.web.FormAnswer;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@RequestMapping("/plans/{id}")
@Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
class PlanController {

    private final PlanDesk desk;
    private final PlanStart start;
    private final PlanReading reading;
    private final Editions editions;
    private final Metrics metrics;
    private final Texts texts;
    private final PageContexts contexts;

    PlanController(
            PlanDesk desk,
            PlanStart start,
            PlanReading reading,
            Editions editions,
            Metrics metrics,
            Texts texts,
            PageContexts contexts) {
        this.desk = desk;
        this.start = start;
        this.reading = reading;
        this.editions = editions;
        this.metrics = metrics;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping
    @Allowed.Everyone
    ModelAndView one(@PathVariable long id) {
        return new ModelAndView("planning/plan")
                .addObject("view", reading.at(id))
                .addObject("submission", UUID.randomUUID().toString());
    }

    @GetMapping("/strategy")
    ModelAndView strategy(@PathVariable long id) {
        return strategy(id, desk.written(desk.at(id)));
    }

    private ModelAndView strategy(long id, Written form) {
        return form("planning/strategy", id, form);
    }

    private ModelAndView form(String template, long id, Written form) {
        return new ModelAndView(template).addObject("plan", desk.at(id)).addObject("form", form);
    }

    @PostMapping("/strategy")
    @ChecksText
    ModelAndView change(@PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes redirect) {
        Written form = Written.of(fields);
        boolean refused = !desk.change(id, form);
        return FormAnswer.of(refused, () -> strategy(id, form), redirect, path(id), "plan.changed");
    }

    private static String path(long id) {
        return "/plans/" + id;
    }

    @GetMapping("/goals/new")
    ModelAndView goal(@PathVariable long id, HttpServletRequest request) {
        Written form = Written.fresh(Map.of("dueOn", desk.at(id).periodTo().toString()));
        return goal(id, form, request);
    }

    private ModelAndView goal(long id, Written form, HttpServletRequest request) {
        Locale locale = contexts.locale(request);
        Map<String, String> named = new LinkedHashMap<>();
        metrics.all().forEach(metric -> named.put(metric.code(), texts.get(locale, metric.key())));
        return form("planning/goal", id, form)
                .addObject("metrics", named)
                .addObject("all", metrics.all())
                .addObject(
                        "now", metrics.now(named.keySet(), List.of(desk.at(id).accountId())));
    }

    @PostMapping("/goals")
    @ChecksText
    ModelAndView addGoal(
            @PathVariable long id,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Written form = Written.of(fields);
        boolean refused = !desk.addGoal(id, form);
        return FormAnswer.of(refused, () -> goal(id, form, request), redirect, path(id), "goal.added");
    }

    @GetMapping("/risks/new")
    ModelAndView risk(@PathVariable long id) {
        return form("planning/risk", id, Written.fresh(Map.of("likelihood", "2", "impact", "2")));
    }

    @PostMapping("/risks")
    @ChecksText
    ModelAndView addRisk(@PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes redirect) {
        Written form = Written.of(fields);
        boolean refused = !desk.addRisk(id, form);
        return FormAnswer.of(refused, () -> form("planning/risk", id, form), redirect, path(id), "risk.added");
    }

    @PostMapping("/risks/{risk}/end")
    String endRisk(@PathVariable long id, @PathVariable long risk, RedirectAttributes redirect) {
        desk.endRisk(id, risk);
        Flash.success(redirect, "risk.ended");
        return "redirect:" + path(id);
    }

    @PostMapping("/approval")
    String ask(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect) {
        boolean granted = desk.ask(id, version, reason).isGranted();
        Flash.success(redirect, granted ? "plan.granted" : "plan.asked");
        return "redirect:" + path(id);
    }

    @PostMapping("/copy")
    @ChecksText
    String copy(@PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes redirect) {
        long next = start.copy(id, Written.of(fields).submission());
        Flash.success(redirect, "plan.copied");
        return "redirect:" + path(next);
    }

    @GetMapping("/reviews/new")
    ModelAndView review(@PathVariable long id) {
        String today = reading.at(id).today().toString();
        return form("planning/review", id, Written.fresh(Map.of("heldOn", today, "rating", "3")));
    }

    @PostMapping("/reviews")
    @ChecksText
    ModelAndView addReview(
            @PathVariable long id, @RequestParam Map<String, String> fields, RedirectAttributes redirect) {
        Written form = Written.of(fields);
        boolean refused = !desk.review(id, form);
        return FormAnswer.of(refused, () -> form("planning/review", id, form), redirect, path(id), "review.added");
    }

    @GetMapping("/editions/{number}")
    @Allowed.Everyone
    ModelAndView edition(@PathVariable long id, @PathVariable int number) {
        return new ModelAndView("planning/edition")
                .addObject("plan", desk.at(id))
                .addObject("edition", editions.at(id, number).orElseThrow(() -> new Problem.NotFound("plan.noEdition")))
                .addObject("parts", editions.parts(id, number))
                .addObject("goals", editions.goals(id, number))
                .addObject("work", editions.work(id, number))
                .addObject("metrics", metrics);
    }
}
