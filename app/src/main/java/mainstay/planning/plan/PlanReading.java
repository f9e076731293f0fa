package mainstay.planning.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.planning.Metrics;
import mainstay.planning.work.GanttChart;
import mainstay.planning.work.ItemEffects;
import mainstay.planning.work.WorkItem;
import mainstay.planning.work.WorkItemDesk;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads plans with all that stands in them.
@Service
@Transactional(readOnly = true)
public class PlanReading {

    private static final int MOST_NAMED = 5;

    private final PlanDesk desk;
    private final Plans plans;
    private final Reviews reviews;
    private final Editions editions;
    private final Metrics metrics;
    private final WorkItemDesk work;
    private final ItemEffects effects;
    private final Clock clock;

    PlanReading(
            PlanDesk desk,
            Plans plans,
            Reviews reviews,
            Editions editions,
            Metrics metrics,
            WorkItemDesk work,
            ItemEffects effects,
            Clock clock) {
        this.desk = desk;
        this.plans = plans;
        this.reviews = reviews;
        this.editions = editions;
        this.metrics = metrics;
        this.work = work;
        this.effects = effects;
        this.clock = clock;
    }

    public PlanView at(long id) {
        return view(desk.at(id));
    }

    public PlanView view(Plan plan) {
        LocalDate today = LocalDate.now(clock);
        List<WorkItem> items = work.of(plan.id());
        return new PlanView(
                plan,
                AccountCard.pathOf(plan.accountCode() == null ? "" : plan.accountCode()),
                goals(plan, today),
                plans.risks(plan.id()),
                items,
                effects.ofPlan(plan.id()),
                GanttChart.of(items, plan.periodFrom(), plan.periodTo(), today),
                reviews.of(plan.id()),
                reviews.decisions(plan.id()),
                editions.of(plan.id()),
                plan.isAsked() ? desk.pending(plan).orElse(null) : null,
                reviews.next(plan.id()),
                overlapping(plan),
                today,
                desk.mayWrite(plan.accountId()));
    }

    private List<Plan> overlapping(Plan plan) {
        return plan.isOpen()
                ? plans.of(plan.accountId()).stream()
                        .filter(Plan::isOpen)
                        .filter(plan::overlaps)
                        .limit(MOST_NAMED)
                        .toList()
                : List.of();
    }

    private List<GoalProgress> goals(Plan plan, LocalDate today) {
        List<Goal> goals = plans.goals(plan.id());
        Map<String, Map<Long, Double>> figures =
                metrics.now(goals.stream().map(Goal::metric).toList(), List.of(plan.accountId()));
        return goals.stream()
                .flatMap(goal -> metrics.byCode(goal.metric()).stream()
                        .map(metric -> GoalProgress.of(
                                goal,
                                metric,
                                figures.getOrDefault(goal.metric(), Map.of()).get(plan.accountId()),
                                today)))
                .toList();
    }
}
