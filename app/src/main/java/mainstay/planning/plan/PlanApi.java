package mainstay.planning.plan;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.Allowed;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Plans")
@Allowed.Everyone
class PlanApi {

    private final PlanDesk desk;
    private final PlanReading reading;
    private final Accounts accounts;

    PlanApi(PlanDesk desk, PlanReading reading, Accounts accounts) {
        this.desk = desk;
        this.reading = reading;
        this.accounts = accounts;
    }

    /// A plan in short.
    ///
    /// @param state `draft`, `asked`, `approved` or `closed`
    record PlanJson(long id, String title, LocalDate from, LocalDate to, String state, int edition) {

        static PlanJson of(Plan plan) {
            return new PlanJson(
                    plan.id(), plan.title(), plan.periodFrom(), plan.periodTo(), plan.state(), plan.edition());
        }
    }

    /// A goal: whole units of currency, a fraction, a number or days. Where it stands is read this moment.
    ///
    /// @param onWay where it would stand by now on a straight way to its base target
    record GoalJson(
            long id,
            String metric,
            @Nullable Double baseline,
            LocalDate baselineOn,
            double base,
            @Nullable Double stretch,
            @Nullable Double challenge,
            LocalDate dueOn,
            @Nullable Double now,
            @Nullable Double onWay,
            String standing) {

        static GoalJson of(GoalProgress progress) {
            Goal goal = progress.goal();
            return new GoalJson(
                    goal.id(),
                    goal.metric(),
                    goal.baseline(),
                    goal.baselineOn(),
                    goal.base(),
                    goal.stretch(),
                    goal.challenge(),
                    goal.dueOn(),
                    progress.now(),
                    progress.onWay(),
                    progress.standing().name().toLowerCase(Locale.ROOT));
        }
    }

    /// A plan with its strategy, goals and risks.
    record WholePlanJson(
            PlanJson plan,
            @Nullable String account,
            Map<String, @Nullable String> strategy,
            List<GoalJson> goals,
            List<Risk> risks,
            LocalDate nextReview) {}

    @GetMapping("/api/v1/accounts/{code}/plans")
    List<PlanJson> list(@PathVariable String code) {
        AccountCard account = accounts.at(code);
        if (!desk.sees(account.id())) {
            throw new Problem.Forbidden("account.notYours");
        }
        return desk.of(account.id()).stream().map(PlanJson::of).toList();
    }

    @GetMapping("/api/v1/plans/{id}")
    WholePlanJson one(@PathVariable long id) {
        PlanView view = reading.at(id);
        Map<String, @Nullable String> strategy = new LinkedHashMap<>();
        Plan.STRATEGY.forEach(part -> strategy.put(part, view.plan().part(part)));
        Plan.SWOT.forEach(part -> strategy.put(part, view.plan().part(part)));
        return new WholePlanJson(
                PlanJson.of(view.plan()),
                view.plan().accountCode(),
                strategy,
                view.goals().stream().map(GoalJson::of).toList(),
                view.risks(),
                view.nextReview());
    }
}
