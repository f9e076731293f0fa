package mainstay.planning.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mainstay.accounts.AccountCard;
import mainstay.activity.Timeline;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalWish;
import mainstay.approvals.Approvals;
import mainstay.identity.Level;
import mainstay.planning.GoalMetric;
import mainstay.planning.Metrics;
import mainstay.planning.PlanningPeople;
import mainstay.planning.Written;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import mainstay.terms.SolidStars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes plans. What waits for a yes stays as it is; what was approved and is changed is a draft again.
@Service
@Transactional
public class PlanDesk {

    static final String PLAN = "plan";

    private final Plans plans;
    private final Reviews reviews;
    private final Editions editions;
    private final Metrics metrics;
    private final Approvals approvals;
    private final SolidStars stars;
    private final Timeline timeline;
    private final Clock clock;

    PlanDesk(
            Plans plans,
            Reviews reviews,
            Editions editions,
            Metrics metrics,
            Approvals approvals,
            SolidStars stars,
            Timeline timeline,
            Clock clock) {
        this.plans = plans;
        this.reviews = reviews;
        this.editions = editions;
        this.metrics = metrics;
        this.approvals = approvals;
        this.stars = stars;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Plan> of(long account) {
        return plans.of(account);
    }

    @Transactional(readOnly = true)
    public Plan at(long id) {
        return plans.byId(id).orElseThrow(() -> new Problem.NotFound("plan.unknown"));
    }

    /// Whether the reader may see what is planned for an account.
    @Transactional(readOnly = true)
    public boolean sees(long account) {
        return plans.level(account) >= Level.BUSINESS.number();
    }

    @Transactional(readOnly = true)
    public boolean mayWrite(long account) {
        return PlanningPeople.mayPlan() && sees(account);
    }

    /// The form of what stands.
    @Transactional(readOnly = true)
    public Written written(Plan plan) {
        return Written.of(plan.written());
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    /// Title and period of a new plan, without anything in it.
    ///
    /// @param former the plan that it follows; null where it follows none
    Optional<Long> open(AccountCard account, Written form, String playbook, @Nullable Long former) {
        if (!mayWrite(account.id())) {
            throw new Problem.Forbidden("account.notYours");
        }
        Map<String, @Nullable Object> columns = PlanForm.frame(form, today());
        if (form.isRefused()) {
            return Optional.empty();
        }
        columns.put("account_id", account.id());
        columns.put("playbook", playbook);
        columns.put("former_id", former);
        columns.put("submission", form.submission());
        long id = plans.add(columns);
        timeline.note(account.id(), "planStarted", Map.of("title", form.of("title")));
        return Optional.of(id);
    }

    /// @return whether it was changed; else the form says why not
    public boolean change(long id, Written form) {
        Plan now = held(id);
        Map<String, @Nullable Object> columns = PlanForm.columns(form, today());
        if (form.isOvertaken(now.written(), now.version(), now.changedBy(), now.changedAt()) || form.isRefused()) {
            return false;
        }
        redraft(now, columns);
        return true;
    }

    private Plan held(long id) {
        Plan now = plans.held(id).orElseThrow(() -> new Problem.NotFound("plan.unknown"));
        if (!now.isOpen()) {
            throw new Problem.Conflict("plan.isClosed");
        }
        if (now.isAsked()) {
            throw new Problem.Conflict("plan.isAsked");
        }
        return now;
    }

    private void redraft(Plan now, Map<String, @Nullable Object> columns) {
        columns.put("state", "draft");
        plans.change(now.id(), columns);
    }

    /// @return whether it was set; else the form says why not
    public boolean addGoal(long id, Written form) {
        UUID submission = form.submission();
        if (plans.isSent("goal", submission)) {
            return true;
        }
        Plan now = held(id);
        Optional<GoalMetric> metric = metrics.byCode(form.of("metric"));
        if (metric.isEmpty()) {
            form.refuse("metric", Text.of("planning.wrong.choice"));
            return false;
        }
        Map<String, @Nullable Object> columns =
                PlanForm.goal(form, metric.get(), metrics.now(metric.get(), now.accountId()), today());
        if (form.isRefused()) {
            return false;
        }
        columns.put(Written.SUBMISSION, submission);
        addGoal(now, metric.get(), columns);
        redraft(now, new HashMap<>());
        return true;
    }

    /// With the baseline that is read this moment.
    ///
    /// @return its number
    long addGoal(Plan plan, GoalMetric metric, Map<String, @Nullable Object> columns) {
        columns.put("plan_id", plan.id());
        columns.put("account_id", plan.accountId());
        columns.put("metric", metric.code());
        columns.put("baseline", metrics.now(metric, plan.accountId()));
        columns.put("baseline_on", today());
        return plans.addGoal(columns);
    }

    public void dropGoal(long id, long goal) {
        Plan now = held(id);
        plans.dropGoal(id, goal);
        redraft(now, new HashMap<>());
    }

    /// @return whether it was written down; else the form says why not
    public boolean addRisk(long id, Written form) {
        UUID submission = form.submission();
        if (plans.isSent("risk", submission)) {
            return true;
        }
        Plan now = held(id);
        Map<String, @Nullable Object> columns = PlanForm.risk(form);
        if (form.isRefused()) {
            return false;
        }
        columns.put("plan_id", id);
        columns.put("account_id", now.accountId());
        columns.put(Written.SUBMISSION, submission);
        plans.addRisk(columns);
        redraft(now, new HashMap<>());
        return true;
    }

    public void endRisk(long id, long risk) {
        Plan now = held(id);
        plans.endRisk(id, risk);
        redraft(now, new HashMap<>());
    }

    /// Hands a plan in: what it says now is kept, and those whom the rule names are asked.
    ///
    /// @param version that whoever hands it in has read
    public Approval ask(long id, int version, String reason) {
        Plan now = held(id);
        if (now.version() != version) {
            throw new Problem.Conflict("plan.overtaken", now.changedBy());
        }
        if (plans.goals(id).isEmpty()) {
            throw new Problem.Invalid("plan.noGoals");
        }
        int edition = now.edition() + 1;
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", "asked");
        columns.put("edition", edition);
        plans.change(id, columns);
        editions.keep(id, edition);
        return approvals.ask(new ApprovalWish(
                PLAN,
                id + "." + edition,
                now.accountId(),
                stars.of(now.accountId()),
                null,
                Text.of("plan.askTitle", now.title(), String.valueOf(edition)),
                now.path(),
                reason));
    }

    /// The request for the edition that was handed in last.
    @Transactional(readOnly = true)
    public Optional<Approval> pending(Plan plan) {
        return approvals.pending(PLAN, plan.id() + "." + plan.edition());
    }

    public void close(long id) {
        Plan now = held(id);
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("state", "closed");
        plans.change(id, columns);
        timeline.note(now.accountId(), "planClosed", Map.of("title", now.title()));
    }

    /// @return whether it was written down; else the form says why not
    public boolean review(long id, Written form) {
        Plan plan = at(id);
        if (!plan.isOpen()) {
            throw new Problem.Conflict("plan.isClosed");
        }
        UUID submission = form.submission();
        if (reviews.bySubmission(submission).isPresent()) {
            return true;
        }
        Map<String, @Nullable Object> columns = PlanForm.review(form, plan.periodFrom(), today());
        List<String> decisions = PlanForm.decisions(form);
        if (form.isRefused()) {
            return false;
        }
        long review = reviews.add(
                plan,
                (LocalDate) Objects.requireNonNull(columns.get("held_on")),
                form.of("attendees"),
                Integer.parseInt(form.of("rating")),
                (String) columns.get("summary"),
                submission);
        reviews.decide(plan, review, decisions);
        timeline.note(plan.accountId(), "planReview", Map.of("rating", form.of("rating"), "title", plan.title()));
        return true;
    }
}
