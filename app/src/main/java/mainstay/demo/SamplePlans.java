package mainstay.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.planning.PlanningPeople;
import mainstay.planning.Written;
import mainstay.planning.effect.EffectRun;
import mainstay.planning.need.NeedDesk;
import mainstay.planning.plan.Plan;
import mainstay.planning.plan.PlanDesk;
import mainstay.planning.plan.PlanStart;
import mainstay.planning.work.WorkItemDesk;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Needs of large customers of the wholesale sample, the plans of the last year with what their work changed, and
/// plans that run. All of it is invented, and says so.
@Component
@Transactional
class SamplePlans {

    private static final String LATEST = "401";
    private static final List<String> CODES =
            List.of("401", "944", "996", "981", "965", "906", "896", "506", "496", "494", "431", "1");
    private static final List<String> FORMS = List.of("training", "guidance", "visit");
    private static final List<String> WORK = List.of("workTraining", "workGuidance", "workVisit");
    private static final int MONTHS = 4;

    private final Accounts accounts;
    private final UserDesk users;
    private final NeedDesk needs;
    private final PlanDesk plans;
    private final PlanStart start;
    private final WorkItemDesk work;
    private final PlanningPeople people;
    private final EffectRun effects;
    private final SampleWords words;
    private final Clock clock;

    SamplePlans(
            Accounts accounts,
            UserDesk users,
            NeedDesk needs,
            PlanDesk plans,
            PlanStart start,
            WorkItemDesk work,
            PlanningPeople people,
            EffectRun effects,
            SampleWords words,
            Clock clock) {
        this.accounts = accounts;
        this.users = users;
        this.needs = needs;
        this.plans = plans;
        this.start = start;
        this.work = work;
        this.people = people;
        this.effects = effects;
        this.words = words;
        this.clock = clock;
    }

    /// Once; nothing in samples without these accounts or people.
    void write() {
        Optional<AccountCard> latest = accounts.byCode(LATEST);
        Optional<User> manager = users.byName("kam");
        if (latest.isEmpty()
                || manager.isEmpty()
                || !plans.of(latest.get().id()).isEmpty()) {
            return;
        }
        List<AccountCard> known = new ArrayList<>();
        CODES.forEach(code -> accounts.byCode(code).ifPresent(known::add));
        for (int i = 0; i < known.size(); i++) {
            lastYear(known.get(i), manager.get(), i);
        }
        need(
                latest.get(),
                "supply",
                "needSupply",
                Map.of("leadDays", "3", "canLeadDays", "4", "cycleDays", "14", "canCycleDays", "14"));
        need(latest.get(), "wish", "needWish", Map.of("training", "true", "answer", words.plain("needAnswer")));
        running(latest.get(), manager.get());
        effects.run();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private void need(AccountCard account, String kind, String title, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("kind", kind);
        fields.put("title", words.invented(title));
        fields.put("priority", "1");
        fields.put("source", words.invented("needSource"));
        fields.put("voicedOn", today().minusDays(40).toString());
        fields.put("state", "open");
        Written form = Written.fresh(fields);
        if (needs.add(account.id(), form).isEmpty()) {
            throw SampleWords.refused(form);
        }
    }

    private long plan(AccountCard account, String playbook, LocalDate from) {
        Written form = Written.fresh(Map.of(
                "playbook",
                playbook,
                "title",
                words.both("sample.plan.invented", account.name() + " " + from.getYear()),
                "periodFrom",
                from.toString(),
                "periodTo",
                from.plusYears(1).minusDays(1).toString()));
        return start.start(account, form, words::both).orElseThrow(() -> SampleWords.refused(form));
    }

    /// Work that was done, with a test that was named before and whose window is over.
    private void lastYear(AccountCard account, User manager, int place) {
        YearMonth window = YearMonth.from(today()).minusMonths(MONTHS + 1L + place % 3);
        LocalDate from = window.minusMonths(5).atDay(1);
        long plan = plan(account, "empty", from);
        String form = FORMS.get(place % FORMS.size());
        Map<String, String> fields = new HashMap<>();
        fields.put("title", words.invented(WORK.get(place % WORK.size())));
        fields.put("form", form);
        fields.put("state", "done");
        fields.put("hours", "24");
        fields.put("startsOn", window.minusMonths(2).atDay(5).toString());
        fields.put("dueOn", window.minusMonths(1).atDay(20).toString());
        fields.put("standard", words.plain("workStandard"));
        fields.put("metric", place % 2 == 0 ? "revenue" : "orders");
        fields.put("effectFrom", window.toString());
        fields.put("effectMonths", String.valueOf(MONTHS));
        fields.put("expected", "10");
        item(plan, account, manager, fields, window.minusMonths(2).atDay(1));
    }

    /// For the key account manager where the account is hers, else for whoever works for it.
    private void item(long plan, AccountCard account, User manager, Map<String, String> fields, LocalDate named) {
        long person = people.mayTake(manager.id(), account.id())
                ? manager.id()
                : people.usual(account.id()).orElseThrow().id();
        fields.put("responsible", String.valueOf(person));
        fields.put("accountable", String.valueOf(person));
        Written form = Written.fresh(fields);
        if (work.add(plan, form, named).isEmpty()) {
            throw SampleWords.refused(form);
        }
    }

    /// From a template, with overdue work, a review, and a request that waits for the director.
    private void strategy(long plan) {
        Written form = plans.written(plans.at(plan));
        Stream.concat(Plan.STRATEGY.stream(), Plan.SWOT.stream())
                .forEach(part -> form.with(part, words.invented(part)));
        if (!plans.change(plan, form)) {
            throw SampleWords.refused(form);
        }
        risk(plan, "riskShops", "2", "3");
        risk(plan, "riskPayment", "2", "2");
    }

    private void risk(long plan, String what, String likelihood, String impact) {
        Written form = Written.fresh(Map.of(
                "what",
                words.invented(what),
                "likelihood",
                likelihood,
                "impact",
                impact,
                "counter",
                words.invented(what + "Counter")));
        if (!plans.addRisk(plan, form)) {
            throw SampleWords.refused(form);
        }
    }

    private void running(AccountCard account, User manager) {
        LocalDate from = today().minusMonths(2).withDayOfMonth(1);
        long plan = plan(account, "alliance", from);
        Map<String, String> overdue = new HashMap<>();
        overdue.put("title", words.invented("shelf"));
        overdue.put("form", "visit");
        overdue.put("state", "open");
        overdue.put("hours", "6");
        overdue.put("startsOn", today().minusDays(30).toString());
        overdue.put("dueOn", today().minusDays(3).toString());
        overdue.put("standard", words.plain("shelfStandard"));
        item(plan, account, manager, overdue, today());
        strategy(plan);
        plans.review(
                plan,
                Written.fresh(Map.of(
                        "heldOn",
                        today().minusDays(20).toString(),
                        "attendees",
                        words.invented("attendees"),
                        "rating",
                        "4",
                        "summary",
                        words.invented("summary"),
                        "decisions",
                        words.invented("decision"))));
        Written goal = Written.of(Map.of(
                "metric",
                "paid-on-time",
                "base",
                "95",
                "why",
                words.invented("goalWhy"),
                "shared",
                "true",
                "dueOn",
                from.plusYears(1).minusDays(1).toString()));
        if (!plans.addGoal(plan, goal)) {
            throw SampleWords.refused(goal);
        }
        plans.ask(plan, plans.at(plan).version(), words.invented("askReason"));
    }
}
