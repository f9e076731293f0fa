package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.rating.finding.FindingTest.Subject;
import mainstay.shared.Problem;
import mainstay.shared.web.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows findings and takes verdicts. Who looks after an account does not judge it: directors and credit
/// controllers do.
@Service
@Transactional
class FindingDesk {
    static final int PAGE = 50;

    private final List<FindingTest> tests;
    private final FindingList list;
    private final FindingRuns runs;
    private final Verdicts verdicts;
    private final Timeline timeline;
    private final Viewer.Source viewers;

    FindingDesk(
            List<FindingTest> tests,
            FindingList list,
            FindingRuns runs,
            Verdicts verdicts,
            Timeline timeline,
            Viewer.Source viewers) {
        this.tests = tests.stream()
                .sorted(Comparator.comparingInt(FindingTest::order))
                .toList();
        this.list = list;
        this.runs = runs;
        this.verdicts = verdicts;
        this.timeline = timeline;
        this.viewers = viewers;
    }

    @Transactional(readOnly = true)
    FindingsView view(FindingFilter asked, int size) {
        FindingFilter filter = asked.checked(codes());
        FindingList.Sum sum = list.sum(filter);
        return new FindingsView(
                filter,
                told(list.page(filter, size)),
                sum.count(),
                sum.money(),
                size,
                runs.asOf(),
                codes(),
                list.managers(),
                list.regions());
    }

    @Transactional(readOnly = true)
    List<Told> ofAccount(long account) {
        return told(list.of(account));
    }

    @Transactional(readOnly = true)
    FindingView view(long id) {
        return view(id, VerdictForm.EMPTY, Map.of(), false);
    }

    @Transactional(readOnly = true)
    FindingView view(long id, VerdictForm form, Map<String, String> refusals, boolean overtaken) {
        Finding finding = found(id);
        FindingTest test = test(finding);
        Quarter quarter = finding.quarter();
        LocalDate asOf = Objects.requireNonNullElse(runs.asOf(), quarter.to());
        Examined examined = Examined.upTo(asOf, runs.quarters()).reachingBackTo(quarter.from());
        return new FindingView(
                new Told(finding, test.sentence(finding.figures())),
                test.aboutKey(),
                test.counts(),
                test.evidence(new Subject(finding.account(), finding.accountPath(), quarter, examined)),
                list.history(id),
                mayJudge() && !finding.withdrawn(),
                form,
                refusals,
                overtaken);
    }

    Finding found(long id) {
        return list.find(id).orElseThrow(() -> new Problem.NotFound("findings.notFound"));
    }

    Told told(Finding finding) {
        return new Told(finding, test(finding).sentence(finding.figures()));
    }

    /// Takes a verdict whole or not at all.
    Judgement judge(long id, VerdictForm form) {
        if (!mayJudge()) {
            throw new Problem.Forbidden("findings.notYours");
        }
        Finding before = found(id);
        Map<String, String> refusals = form.refusals();
        if (!refusals.isEmpty()) {
            return new Judgement.Refused(refusals);
        }
        Verdict verdict = Verdict.parse(form.written("verdict")).orElseThrow();
        if (!verdicts.give(id, verdict, form.written("reason"), author(), form.counted())) {
            return new Judgement.Overtaken(found(id));
        }
        timeline.note(
                before.account(), "findingJudged", Map.of("textTest", before.testKey(), "textVerdict", verdict.key()));
        return new Judgement.Given(found(id));
    }

    private String author() {
        return Objects.requireNonNullElseGet(
                viewers.current().name(), () -> Acting.actor().name());
    }

    static boolean mayJudge() {
        Actor actor = Acting.actor();
        return actor.is(Role.DIRECTOR, Role.CONTROLLER) && actor.reaches(Level.BUSINESS);
    }

    private List<Told> told(List<Finding> findings) {
        return findings.stream().map(this::told).toList();
    }

    private List<String> codes() {
        return tests.stream().map(FindingTest::code).toList();
    }

    private FindingTest test(Finding finding) {
        return tests.stream()
                .filter(test -> test.code().equals(finding.test()))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("findings.notFound"));
    }
}
