package mainstay.planning.work;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import mainstay.activity.Timeline;
import mainstay.identity.Level;
import mainstay.planning.PlanningPeople;
import mainstay.planning.PlanningPeople.Colleague;
import mainstay.planning.Written;
import mainstay.planning.work.WorkItems.PlanOf;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes down work, and what waits for what.
@Service
@Transactional
public class WorkItemDesk {

    private final WorkItems items;
    private final PlanningPeople people;
    private final Timeline timeline;
    private final Clock clock;

    WorkItemDesk(WorkItems items, PlanningPeople people, Timeline timeline, Clock clock) {
        this.items = items;
        this.people = people;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// Work of a plan in the order in which it begins.
    @Transactional(readOnly = true)
    public List<WorkItem> of(long plan) {
        return items.of(plan);
    }

    @Transactional(readOnly = true)
    public WorkItem at(long id) {
        return items.byId(id).orElseThrow(() -> new Problem.NotFound("item.unknown"));
    }

    /// What a piece of work waits for.
    @Transactional(readOnly = true)
    public List<WorkItem> before(WorkItem item) {
        List<Long> waits = items.waits(item.planId()).getOrDefault(item.id(), List.of());
        return items.of(item.planId()).stream()
                .filter(other -> waits.contains(other.id()))
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean mayWrite(long account) {
        return PlanningPeople.mayPlan() && items.level(account) >= Level.BUSINESS.number();
    }

    /// The form of new work: begun today, due in a month, with the usual person.
    @Transactional(readOnly = true)
    public Written empty(long plan) {
        PlanOf of = plan(plan);
        LocalDate today = LocalDate.now(clock);
        LocalDate starts = today.isBefore(of.periodFrom()) ? of.periodFrom() : today;
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "form",
                "visit",
                "state",
                "open",
                "startsOn",
                starts.toString(),
                "dueOn",
                starts.plusMonths(1).toString(),
                "effectFrom",
                YearMonth.from(starts).plusMonths(2).toString(),
                "effectMonths",
                "6"));
        people.usual(of.account()).ifPresent(person -> {
            fields.put("responsible", String.valueOf(person.id()));
            fields.put("accountable", String.valueOf(person.id()));
        });
        return Written.fresh(fields);
    }

    /// The form of what stands.
    @Transactional(readOnly = true)
    public Written written(WorkItem item) {
        return Written.of(written(item, items.waits(item.planId())));
    }

    private static Map<String, String> written(WorkItem item, Map<Long, List<Long>> waits) {
        return item.written(waits.getOrDefault(item.id(), List.of()));
    }

    /// @return its number; nothing where the form is refused, and then it says why
    public Optional<Long> add(long plan, Written form) {
        return add(plan, form, LocalDate.now(clock));
    }

    /// The same for work that was kept elsewhere until now.
    ///
    /// @param namedOn when its effect test was chosen
    public Optional<Long> add(long plan, Written form, LocalDate namedOn) {
        PlanOf of = plan(plan);
        if (!mayWrite(of.account())) {
            throw new Problem.Forbidden("account.notYours");
        }
        Optional<Long> sent = items.bySubmission(form.submission());
        if (sent.isPresent()) {
            return sent;
        }
        items.holdDependencies(plan);
        Map<String, @Nullable Object> columns = columns(plan, of.account(), 0, form);
        columns.put("named_on", columns.get("metric") == null ? null : namedOn);
        if (form.isRefused()) {
            return Optional.empty();
        }
        UUID submission = form.submission();
        long id = items.add(plan, of.account(), columns, submission);
        items.waitFor(id, plan, of.account(), form.ids("waitsFor"));
        Long decision = form.id("decision");
        if (decision != null) {
            items.noteDecision(decision, plan, id);
        }
        return Optional.of(id);
    }

    private PlanOf plan(long plan) {
        PlanOf of = items.plan(plan).orElseThrow(() -> new Problem.NotFound("plan.unknown"));
        if (of.state().equals("closed")) {
            throw new Problem.Conflict("plan.isClosed");
        }
        return of;
    }

    /// @return whether it was changed; else the form says why not
    public boolean change(long id, Written form) {
        items.holdDependencies(at(id).planId());
        items.hold(id);
        WorkItem now = at(id);
        plan(now.planId());
        Map<String, @Nullable Object> columns = columns(now.planId(), now.accountId(), id, form);
        Map<String, String> standing = written(now, items.waits(now.planId()));
        if (form.isOvertaken(standing, now.version(), now.changedBy(), now.changedAt())) {
            return false;
        }
        keepTest(now, columns, form);
        if (form.isRefused()) {
            return false;
        }
        items.change(id, columns);
        items.waitFor(id, now.planId(), now.accountId(), form.ids("waitsFor"));
        tell(now, form.of("state"));
        return true;
    }

    private void tell(WorkItem before, String state) {
        if (!before.state().equals(state) && !state.equals("doing")) {
            timeline.note(
                    before.accountId(),
                    "workItem",
                    Map.of("textState", "item.state." + state, "title", before.title()));
        }
    }

    /// A test whose window has begun stays as it is.
    private void keepTest(WorkItem now, Map<String, @Nullable Object> columns, Written form) {
        boolean same = Objects.equals(now.metric(), columns.get("metric"))
                && Objects.equals(now.effectFrom(), columns.get("effect_from"))
                && Objects.equals(now.effectMonths(), columns.get("effect_months"))
                && Objects.equals(now.expected(), columns.get("expected"));
        LocalDate today = LocalDate.now(clock);
        if (!same && now.effectFrom() != null && !today.isBefore(now.effectFrom())) {
            form.refuse("metric", Text.of("item.wrong.testBegun", now.effectFrom()));
        }
        columns.put("named_on", columns.get("metric") == null ? null : same ? now.namedOn() : today);
    }

    private Map<String, @Nullable Object> columns(long plan, long account, long item, Written form) {
        LocalDate today = LocalDate.now(clock);
        Map<String, @Nullable Object> columns = WorkItemForm.columns(form, today);
        Map<Long, String> known = people.all().stream().collect(Collectors.toMap(Colleague::id, Colleague::fullName));
        checkPerson(form, "responsible", known, columns.get("responsible_id"), item, account);
        checkPerson(form, "accountable", known, columns.get("accountable_id"), item, account);
        checkOwn(form, "goal", columns.get("goal_id"), account);
        checkOwn(form, "need", columns.get("need_id"), account);
        checkWay(plan, item, form);
        LocalDate done = item == 0 ? null : at(item).doneOn();
        columns.put("done_on", form.of("state").equals("done") ? Objects.requireNonNullElse(done, today) : null);
        return columns;
    }

    /// Whoever has left or cannot see it can keep what was theirs, and is given nothing new.
    private void checkPerson(
            Written form, String field, Map<Long, String> known, @Nullable Object person, long item, long account) {
        boolean kept = item != 0
                && person != null
                && (field.equals("responsible") ? at(item).responsibleId() : at(item).accountableId()) == (Long) person;
        if (person == null || (!kept && !known.containsKey((Long) person))) {
            form.refuse(field, Text.of("item.wrong.person"));
        } else if (!kept && !people.mayTake((Long) person, account)) {
            form.refuse(field, Text.of("item.wrong.hidden", known.getOrDefault((Long) person, "")));
        }
    }

    private void checkOwn(Written form, String field, @Nullable Object id, long account) {
        if (id != null && !items.belongs(field, (Long) id, account)) {
            form.refuse(field, Text.of("planning.wrong.choice"));
        }
    }

    private void checkWay(long plan, long item, Written form) {
        List<Long> wanted = form.ids("waitsFor");
        Map<Long, WorkItem> all = items.of(plan).stream().collect(Collectors.toMap(WorkItem::id, Function.identity()));
        if (!all.keySet().containsAll(wanted)) {
            form.refuse("waitsFor", Text.of("planning.wrong.choice"));
            return;
        }
        List<Long> circle = WorkItemForm.circle(items.waits(plan), item, wanted);
        if (!circle.isEmpty()) {
            String named = circle.stream()
                    .map(all::get)
                    .filter(Objects::nonNull)
                    .map(WorkItem::title)
                    .collect(Collectors.joining(" → "));
            form.refuse("waitsFor", Text.of("item.wrong.circle", named));
        }
    }
}
