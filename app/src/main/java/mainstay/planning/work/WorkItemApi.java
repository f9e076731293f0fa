package mainstay.planning.work;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mainstay.identity.Allowed;
import mainstay.identity.Role;
import mainstay.planning.PlanningPeople;
import mainstay.planning.PlanningRefusals;
import mainstay.planning.Written;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Plans")
@Allowed.Everyone
class WorkItemApi {

    private final WorkItemDesk desk;
    private final ItemEffects effects;
    private final PlanningPeople people;
    private final PlanningRefusals refusals;

    WorkItemApi(WorkItemDesk desk, ItemEffects effects, PlanningPeople people, PlanningRefusals refusals) {
        this.desk = desk;
        this.effects = effects;
        this.people = people;
        this.refusals = refusals;
    }

    /// The test by which the effect will be judged.
    ///
    /// @param metric   `revenue`, `orders`, `gross-profit` or `gross-margin`
    /// @param from     first month of the window, such as 2027-03
    /// @param months   its length
    /// @param expected change that is expected, as a fraction
    record TestJson(
            String metric,
            YearMonth from,
            int months,
            @Nullable Double expected) {}

    /// What was measured; figures are means of a month.
    ///
    /// @param verdict `up`, `down`, `none` (no effect visible) or `unknown`
    record EffectJson(
            String verdict,
            @Nullable Double before,
            @Nullable Double after,
            @Nullable Double expected,
            @Nullable Double change,
            @Nullable Double low,
            @Nullable Double high,
            double confidence,
            @Nullable Integer comparables,
            @Nullable String lack) {}

    /// Work of a plan.
    ///
    /// @param responsible name by which they sign in; likewise `accountable`
    /// @param standard    what makes it done
    /// @param waitsFor    numbers of other work of the plan
    /// @param version     that was read; for a change only
    /// @param submission  for new work, UUID of the program's own choice
    /// @param effect      once it was measured; not to be written
    record WorkItemJson(
            @Nullable Long id,
            @Nullable Long plan,
            @Nullable String title,
            @Nullable String detail,
            @Nullable String form,
            @Nullable Long goal,
            @Nullable Long need,
            @Nullable Double hours,
            @Nullable String responsible,
            @Nullable String accountable,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate dueOn,
            @Nullable String standard,
            @Nullable String state,
            @Nullable List<Long> waitsFor,
            @Nullable TestJson test,
            @Nullable Integer version,
            @Nullable UUID submission,
            @Nullable EffectJson effect) {}

    @GetMapping("/api/v1/plans/{plan}/work-items")
    List<WorkItemJson> list(@PathVariable long plan) {
        return desk.of(plan).stream().map(this::json).toList();
    }

    @PostMapping("/api/v1/plans/{plan}/work-items")
    @ResponseStatus(HttpStatus.CREATED)
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    WorkItemJson add(@PathVariable long plan, @RequestBody WorkItemJson wanted) {
        Written form = written(wanted);
        return desk.add(plan, form).map(id -> json(desk.at(id))).orElseThrow(() -> refusals.of(form));
    }

    @GetMapping("/api/v1/work-items/{id}")
    WorkItemJson one(@PathVariable long id) {
        return json(desk.at(id));
    }

    @PutMapping("/api/v1/work-items/{id}")
    @Allowed({Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER, Role.KAM})
    WorkItemJson change(@PathVariable long id, @RequestBody WorkItemJson wanted) {
        Written form = written(wanted);
        if (!desk.change(id, form)) {
            throw refusals.of(form);
        }
        return json(desk.at(id));
    }

    private WorkItemJson json(WorkItem item) {
        return new WorkItemJson(
                item.id(),
                item.planId(),
                item.title(),
                item.detail(),
                item.form(),
                item.goalId(),
                item.needId(),
                item.workload(),
                item.responsible(),
                item.accountable(),
                item.startsOn(),
                item.dueOn(),
                item.standard(),
                item.state(),
                desk.before(item).stream().map(WorkItem::id).toList(),
                item.metric() == null || item.effectFrom() == null || item.effectMonths() == null
                        ? null
                        : new TestJson(
                                item.metric(), YearMonth.from(item.effectFrom()), item.effectMonths(), item.expected()),
                item.version(),
                null,
                effects.of(item.id()).map(WorkItemApi::json).orElse(null));
    }

    private static EffectJson json(ItemEffect effect) {
        return new EffectJson(
                effect.verdict(),
                effect.levelBefore(),
                effect.levelAfter(),
                effect.levelExpected(),
                effect.change(),
                effect.low(),
                effect.high(),
                effect.confidence(),
                effect.comparables(),
                effect.lack());
    }

    private Written written(WorkItemJson wanted) {
        Map<String, String> fields = new LinkedHashMap<>();
        put(fields, "title", wanted.title());
        put(fields, "detail", wanted.detail());
        put(fields, "form", wanted.form());
        put(fields, "goal", wanted.goal());
        put(fields, "need", wanted.need());
        put(fields, "hours", wanted.hours());
        put(fields, "responsible", person(wanted.responsible()));
        put(fields, "accountable", person(wanted.accountable()));
        put(fields, "startsOn", wanted.startsOn());
        put(fields, "dueOn", wanted.dueOn());
        put(fields, "standard", wanted.standard());
        put(fields, "state", wanted.state() == null ? "open" : wanted.state());
        put(fields, Written.VERSION, wanted.version());
        put(fields, Written.SUBMISSION, wanted.submission() == null ? UUID.randomUUID() : wanted.submission());
        if (wanted.waitsFor() != null) {
            put(
                    fields,
                    "waitsFor",
                    String.join(
                            ",", wanted.waitsFor().stream().map(String::valueOf).toList()));
        }
        TestJson test = wanted.test();
        if (test != null) {
            put(fields, "metric", test.metric());
            put(fields, "effectFrom", test.from());
            put(fields, "effectMonths", test.months());
            put(fields, "expected", test.expected() == null ? null : test.expected() * 100);
        }
        return Written.of(fields);
    }

    private @Nullable Object person(@Nullable String name) {
        return name == null
                ? null
                : people.byName(name).map(each -> (Object) each.id()).orElse(name);
    }

    private static void put(Map<String, String> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }
}
