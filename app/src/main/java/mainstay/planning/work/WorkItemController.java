package mainstay.planning.work;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.planning.EffectMetric;
import mainstay.planning.PlanningPeople;
import mainstay.planning.Written;
import mainstay.planning.need.Need;
import mainstay.planning.need.NeedDesk;
import mainstay.shared.Problem;
import mainstay.shared.web.ChecksText;
import mainstay.shared.web.FormAnswer;
import mainstay.shared.web.PageContexts;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@Allowed.Everyone
class WorkItemController {

    private final WorkItemDesk desk;
    private final WorkItems items;
    private final ItemEffects effects;
    private final NeedDesk needs;
    private final PlanningPeople people;
    private final Texts texts;
    private final PageContexts contexts;

    WorkItemController(
            WorkItemDesk desk,
            WorkItems items,
            ItemEffects effects,
            NeedDesk needs,
            PlanningPeople people,
            Texts texts,
            PageContexts contexts) {
        this.desk = desk;
        this.items = items;
        this.effects = effects;
        this.needs = needs;
        this.people = people;
        this.texts = texts;
        this.contexts = contexts;
    }

    @GetMapping("/plans/{plan}/work-items/new")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView fresh(
            @PathVariable long plan,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String detail,
            @RequestParam(defaultValue = "") String decision,
            HttpServletRequest request) {
        Written form =
                desk.empty(plan).with("title", title).with("detail", detail).with("decision", decision);
        return fresh(plan, form, request);
    }

    private ModelAndView fresh(long plan, Written form, HttpServletRequest request) {
        WorkItems.PlanOf of = items.plan(plan).orElseThrow(() -> new Problem.NotFound("plan.unknown"));
        return choices(new ModelAndView("planning/item-new"), plan, of.account(), 0, form, request)
                .addObject("planId", plan)
                .addObject("planTitle", of.title());
    }

    @PostMapping("/plans/{plan}/work-items")
    @ChecksText
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView add(
            @PathVariable long plan,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Written form = Written.ofAll(fields);
        boolean refused = desk.add(plan, form).isEmpty();
        return FormAnswer.of(refused, () -> fresh(plan, form, request), redirect, "/plans/" + plan, "item.added");
    }

    @GetMapping("/work-items/{id}")
    ModelAndView one(@PathVariable long id, HttpServletRequest request) {
        WorkItem item = desk.at(id);
        return one(item, desk.written(item), request);
    }

    @PostMapping("/work-items/{id}")
    @ChecksText
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    ModelAndView change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        WorkItem item = desk.at(id);
        Written form = Written.ofAll(fields);
        boolean refused = !desk.change(id, form);
        return FormAnswer.of(refused, () -> one(item, form, request), redirect, item.path(), "item.changed");
    }

    private ModelAndView one(WorkItem item, Written form, HttpServletRequest request) {
        return choices(new ModelAndView("planning/item"), item.planId(), item.accountId(), item.id(), form, request)
                .addObject("item", item)
                .addObject("before", desk.before(item))
                .addObject("effect", effects.of(item.id()).orElse(null))
                .addObject("mayWrite", !item.planClosed() && desk.mayWrite(item.accountId()));
    }

    private ModelAndView choices(
            ModelAndView page, long plan, long account, long item, Written form, HttpServletRequest request) {
        Locale locale = contexts.locale(request);
        Map<String, String> goals = new LinkedHashMap<>();
        items.goals(plan)
                .forEach(goal -> goals.put(
                        String.valueOf(goal.id()),
                        texts.get(locale, "goal.metric." + goal.metric()) + " · " + goal.dueOn()));
        Map<String, String> others = new LinkedHashMap<>();
        desk.of(plan).stream()
                .filter(other -> other.id() != item && !other.state().equals("dropped"))
                .forEach(other -> others.put(String.valueOf(other.id()), other.title()));
        return page.addObject("form", form)
                .addObject("goals", goals)
                .addObject("others", others)
                .addObject("needs", named(() -> needs.open(account)))
                .addObject("people", colleagues(form))
                .addObject("forms", words(locale, "item.form.", WorkItem.FORMS))
                .addObject("states", words(locale, "item.state.", WorkItem.STATES))
                .addObject("metrics", words(locale, "effect.metric.", EffectMetric.codes()));
    }

    private static Map<String, String> named(Supplier<List<Need>> open) {
        Map<String, String> named = new LinkedHashMap<>();
        open.get().forEach(need -> named.put(String.valueOf(need.id()), need.title()));
        return named;
    }

    /// Whoever has left stays in the list where the work is still theirs.
    private Map<String, String> colleagues(Written form) {
        Map<String, String> named = new LinkedHashMap<>();
        people.all().forEach(each -> named.put(String.valueOf(each.id()), each.fullName()));
        for (String field : List.of("responsible", "accountable")) {
            if (form.has(field) && !form.refusals().containsKey(field)) {
                people.gone(form.of(field)).ifPresent(each -> named.putIfAbsent(form.of(field), each.fullName()));
            }
        }
        return named;
    }

    private Map<String, String> words(Locale locale, String before, List<String> words) {
        Map<String, String> named = new LinkedHashMap<>();
        words.forEach(word -> named.put(word, texts.get(locale, before + word)));
        return named;
    }
}
