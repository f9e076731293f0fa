package mainstay.planning.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mainstay.accounts.AccountCard;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import mainstay.approvals.Detail;
import mainstay.planning.GoalMetric;
import mainstay.planning.Metrics;
import mainstay.planning.plan.Editions.FormerGoal;
import mainstay.shared.web.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A plan holds after somebody's yes. Who is asked reads with the request what the plan says in the edition that was
/// handed in.
@Component
class PlanApproval implements ApprovalKind {

    private static final double PERCENT = 100;

    private final JdbcClient database;
    private final Plans plans;
    private final Editions editions;
    private final Metrics metrics;

    PlanApproval(JdbcClient database, Plans plans, Editions editions, Metrics metrics) {
        this.database = database;
        this.plans = plans;
        this.editions = editions;
        this.metrics = metrics;
    }

    @Override
    public String code() {
        return PlanDesk.PLAN;
    }

    @Override
    public void ended(Approval approval) {
        database.sql("select planning.decide_plan(:plan)::text")
                .param("plan", plan(approval))
                .query()
                .singleRow();
    }

    /// The subject of a request is the plan and its edition, as 12.3.
    private static long plan(Approval approval) {
        String subject = approval.subject();
        return Long.parseLong(subject.substring(0, subject.indexOf('.')));
    }

    private static int edition(Approval approval) {
        String subject = approval.subject();
        return Integer.parseInt(subject.substring(subject.indexOf('.') + 1));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Detail> details(Approval approval) {
        return plans.byId(plan(approval))
                .map(plan -> details(plan, edition(approval)))
                .orElse(List.of());
    }

    private List<Detail> details(Plan plan, int edition) {
        List<Detail> details = new ArrayList<>();
        if (plan.accountCode() != null) {
            details.add(Detail.of("plan.account", words(Objects.requireNonNullElse(plan.accountName(), "")))
                    .at(AccountCard.pathOf(plan.accountCode()) + "/plan"));
        }
        editions.at(plan.id(), edition)
                .ifPresent(kept -> details.add(Detail.of(
                                "plan.field.title",
                                Text.of("plan.withPeriod", kept.title(), kept.periodFrom(), kept.periodTo()))
                        .at(plan.path())));
        details.add(Detail.of("plan.editionHead", Text.of("plan.editionTag", edition))
                .at(plan.path() + "/editions/" + edition));
        editions.parts(plan.id(), edition)
                .forEach(part -> details.add(Detail.of("plan.field." + part.name(), words(part.text()))));
        editions.goals(plan.id(), edition).forEach(goal -> details.add(goal(goal)));
        int work = editions.work(plan.id(), edition).size();
        details.add(Detail.of("item.heading", Text.of("plan.workOf", work)));
        return details;
    }

    private static Text words(String text) {
        return Text.of("plan.words", text);
    }

    private Detail goal(FormerGoal goal) {
        GoalMetric metric = metrics.byCode(goal.metric()).orElse(null);
        GoalMetric.Form form = metric == null ? GoalMetric.Form.NUMBER : metric.form();
        Text until = switch (form) {
            case PERCENT -> Text.of("goal.askedPercent", goal.base() * PERCENT, goal.dueOn());
            case DAYS -> Text.of("goal.askedDays", goal.base(), goal.dueOn());
            default -> Text.of("goal.askedNumber", Math.round(goal.base()), goal.dueOn());
        };
        return Detail.of(
                "goal.one", Text.of("goal.askedOf", metric == null ? goal.metric() : Text.of(metric.key()), until));
    }
}
