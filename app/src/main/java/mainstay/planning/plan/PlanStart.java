package mainstay.planning.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.planning.GoalMetric;
import mainstay.planning.Metrics;
import mainstay.planning.PlanningPeople;
import mainstay.planning.Written;
import mainstay.planning.playbook.Playbook;
import mainstay.planning.playbook.Playbook.Aim;
import mainstay.planning.playbook.Playbook.Task;
import mainstay.planning.playbook.Playbooks;
import mainstay.planning.playbook.Situation;
import mainstay.planning.work.WorkItem;
import mainstay.planning.work.WorkItemDesk;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import mainstay.terms.SolidStars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Starts plans: from a template that suits the account, or from the plan of the period before.
@Service
@Transactional
public class PlanStart {

    private static final int EFFECT_MONTHS = 6;

    private final PlanDesk desk;
    private final Plans plans;
    private final Playbooks playbooks;
    private final WorkItemDesk work;
    private final Accounts accounts;
    private final Metrics metrics;
    private final PlanningPeople people;
    private final SolidStars stars;
    private final Texts texts;
    private final Clock clock;

    PlanStart(
            PlanDesk desk,
            Plans plans,
            Playbooks playbooks,
            WorkItemDesk work,
            Accounts accounts,
            Metrics metrics,
            PlanningPeople people,
            SolidStars stars,
            Texts texts,
            Clock clock) {
        this.desk = desk;
        this.plans = plans;
        this.playbooks = playbooks;
        this.work = work;
        this.accounts = accounts;
        this.metrics = metrics;
        this.people = people;
        this.stars = stars;
        this.texts = texts;
        this.clock = clock;
    }

    /// The templates that a plan can begin with.
    @Transactional(readOnly = true)
    public List<Playbook> offered() {
        return playbooks.offered();
    }

    /// The template that suits an account by its stars and by how it buys.
    @Transactional(readOnly = true)
    public Playbook suiting(long account) {
        Plans.Buying buying = plans.buying(account);
        return playbooks.suiting(Situation.of(stars.of(account), buying.buys(), buying.fading()));
    }

    /// The form of a new plan: a year from today, with the template that suits.
    @Transactional(readOnly = true)
    public Written empty(AccountCard account, Locale locale) {
        LocalDate today = LocalDate.now(clock);
        return Written.fresh(Map.of(
                "playbook",
                suiting(account.id()).code(),
                "title",
                texts.get(locale, "plan.usualTitle", account.name(), String.valueOf(today.getYear() + 1)),
                "periodFrom",
                today.toString(),
                "periodTo",
                today.plusYears(1).minusDays(1).toString()));
    }

    /// @param locale in which the words of the template are copied
    /// @return its number; nothing where the form is refused, and then it says why
    public Optional<Long> start(AccountCard account, Written form, Locale locale) {
        return start(account, form, key -> texts.get(locale, key));
    }

    /// @param words in which a text of the template is copied, by its key
    public Optional<Long> start(AccountCard account, Written form, UnaryOperator<String> words) {
        Optional<Long> sent = plans.bySubmission(form.submission());
        if (sent.isPresent()) {
            return sent;
        }
        Optional<Playbook> playbook = playbooks.byCode(form.of("playbook")).filter(found -> !found.retired());
        if (playbook.isEmpty()) {
            form.refuse("playbook", Text.of("planning.wrong.choice"));
        }
        Optional<Long> id = desk.open(account, form, form.of("playbook"), null);
        id.ifPresent(plan -> fill(desk.at(plan), playbook.orElseThrow(), words));
        return id;
    }

    private void fill(Plan plan, Playbook playbook, UnaryOperator<String> words) {
        playbook.aims().forEach(aim -> aim(plan, aim));
        Long before = null;
        for (Task task : playbook.tasks()) {
            before = task(plan, task, before, words);
        }
    }

    private void aim(Plan plan, Aim aim) {
        metrics.byCode(aim.metric()).ifPresent(metric -> {
            Double now = metrics.now(metric, plan.accountId());
            LocalDate today = LocalDate.now(clock);
            if (now != null && now > 0 && plan.periodTo().isAfter(today)) {
                Map<String, @Nullable Object> columns = new HashMap<>();
                columns.put("base", rounded(metric, now * aim.base()));
                columns.put("stretch", far(metric, now, aim.stretch()));
                columns.put("challenge", far(metric, now, aim.challenge()));
                columns.put("due_on", plan.periodTo());
                desk.addGoal(plan, metric, columns);
            }
        });
    }

    private static @Nullable Double far(GoalMetric metric, double now, @Nullable Double factor) {
        return factor == null ? null : Double.valueOf(rounded(metric, now * factor));
    }

    /// To three digits, as people set targets; a share to a tenth of a percent and never above one.
    private static double rounded(GoalMetric metric, double target) {
        if (metric.form() == GoalMetric.Form.PERCENT) {
            return Math.min(1, Math.round(target * 1000) / 1000.0);
        }
        double step = Math.pow(10, Math.max(0, Math.floor(Math.log10(target)) - 2));
        return Math.round(target / step) * step;
    }

    /// Each waits for the one before it.
    private long task(Plan plan, Task task, @Nullable Long before, UnaryOperator<String> words) {
        LocalDate starts = plan.periodFrom().plusDays(task.fromDay());
        LocalDate due = plan.periodFrom().plusDays(task.dueDay());
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", words.apply(task.titleKey()));
        fields.put("standard", words.apply(task.standardKey()));
        fields.put("form", task.form());
        fields.put("state", "open");
        fields.put("hours", Objects.toString(task.hours(), ""));
        fields.put("startsOn", starts.toString());
        fields.put("dueOn", due.toString());
        if (before != null) {
            fields.put("waitsFor", String.valueOf(before));
        }
        if (task.metric() != null) {
            fields.put("metric", task.metric());
            fields.put("effectFrom", YearMonth.from(due).plusMonths(1).toString());
            fields.put("effectMonths", String.valueOf(EFFECT_MONTHS));
        }
        return add(plan, fields);
    }

    private long add(Plan plan, Map<String, String> fields) {
        people.usual(plan.accountId()).ifPresent(person -> {
            fields.putIfAbsent("responsible", String.valueOf(person.id()));
            fields.putIfAbsent("accountable", String.valueOf(person.id()));
        });
        Written form = Written.fresh(fields);
        return work.add(plan.id(), form)
                .orElseThrow(() -> new IllegalStateException(form.refusals().toString()));
    }

    /// The plan of the next period, just as long and right after: the same strategy and risks, goals on the same
    /// figures with the same step from where they stand now, and the work that is not done.
    ///
    /// @param submission the same one copies once
    public long copy(long id, UUID submission) {
        Optional<Long> sent = plans.bySubmission(submission);
        if (sent.isPresent()) {
            return sent.get();
        }
        Plan former = desk.at(id);
        if (!desk.mayWrite(former.accountId())) {
            throw new Problem.Forbidden("account.notYours");
        }
        AccountCard account = accounts.byId(former.accountId()).orElseThrow(() -> new Problem.NotFound("plan.unknown"));
        LocalDate from = former.periodTo().plusDays(1);
        LocalDate to = NextPeriod.end(former.periodFrom(), former.periodTo());
        Map<String, String> fields = new LinkedHashMap<>(former.written());
        fields.put("title", NextPeriod.title(former.title(), former.periodTo().getYear(), to.getYear()));
        fields.put("periodFrom", from.toString());
        fields.put("periodTo", to.toString());
        fields.put(Written.SUBMISSION, submission.toString());
        Written form = Written.of(fields);
        long next = desk.open(account, form, former.playbook(), id)
                .orElseThrow(() -> new IllegalStateException(form.refusals().toString()));
        plans.change(next, PlanForm.columns(form, from));
        Plan plan = desk.at(next);
        Map<Long, Long> goals = new HashMap<>();
        plans.goals(id).forEach(goal -> carry(plan, goal).ifPresent(copy -> goals.put(goal.id(), copy)));
        plans.risks(id).forEach(risk -> carry(plan, risk));
        Map<Long, Long> copies = new HashMap<>();
        work.of(id).stream().filter(WorkItem::isUndone).forEach(item -> carry(plan, item, goals, copies));
        return next;
    }

    private Optional<Long> carry(Plan plan, Goal goal) {
        return metrics.byCode(goal.metric()).map(metric -> {
            Double now = metrics.now(metric, plan.accountId());
            double step = goal.baseline() == null || now == null ? 0 : now - goal.baseline();
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("base", metric.within(goal.base() + step));
            columns.put("stretch", goal.stretch() == null ? null : metric.within(goal.stretch() + step));
            columns.put("challenge", goal.challenge() == null ? null : metric.within(goal.challenge() + step));
            columns.put(
                    "due_on",
                    plan.periodTo().isAfter(LocalDate.now(clock))
                            ? plan.periodTo()
                            : LocalDate.now(clock).plusDays(1));
            columns.put("shared", goal.shared());
            columns.put("why", goal.why());
            return desk.addGoal(plan, metric, columns);
        });
    }

    private void carry(Plan plan, Risk risk) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("plan_id", plan.id());
        columns.put("account_id", plan.accountId());
        columns.put("what", risk.what());
        columns.put("likelihood", risk.likelihood());
        columns.put("impact", risk.impact());
        columns.put("counter", risk.counter());
        plans.addRisk(columns);
    }

    /// What it waits for goes before it, unless that is over.
    ///
    /// @param copies of work that was carried already, by the number of the former
    /// @return number of the copy
    private long carry(Plan plan, WorkItem item, Map<Long, Long> goals, Map<Long, Long> copies) {
        Long known = copies.get(item.id());
        if (known != null) {
            return known;
        }
        List<String> waits = new ArrayList<>();
        for (WorkItem before : work.before(item)) {
            if (before.isUndone()) {
                waits.add(String.valueOf(carry(plan, before, goals, copies)));
            }
        }
        Map<String, String> fields = copied(plan, item);
        fields.put("goal", Objects.toString(goals.get(item.goalId()), ""));
        fields.put("waitsFor", String.join(",", waits));
        long copy = add(plan, fields);
        copies.put(item.id(), copy);
        return copy;
    }

    private Map<String, String> copied(Plan plan, WorkItem item) {
        long days = item.dueOn().toEpochDay() - item.startsOn().toEpochDay();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("title", item.title());
        fields.put("detail", Objects.requireNonNullElse(item.detail(), ""));
        fields.put("need", Objects.toString(item.needId(), ""));
        fields.put("standard", item.standard());
        fields.put("form", item.form());
        fields.put("state", "open");
        fields.put("hours", item.workload() == null ? "" : String.valueOf(item.workload()));
        fields.put("startsOn", plan.periodFrom().toString());
        fields.put("dueOn", plan.periodFrom().plusDays(Math.max(days, 1)).toString());
        if (people.mayTake(item.responsibleId(), plan.accountId())) {
            fields.put("responsible", String.valueOf(item.responsibleId()));
        }
        if (people.mayTake(item.accountableId(), plan.accountId())) {
            fields.put("accountable", String.valueOf(item.accountableId()));
        }
        return fields;
    }
}
