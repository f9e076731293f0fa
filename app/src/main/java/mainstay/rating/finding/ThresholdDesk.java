package mainstay.rating.finding;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.activity.Timeline;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes new thresholds, all or none; the findings follow by themselves.
@Service
@Transactional
class ThresholdDesk {
    private static final String CHANGED = "findingThreshold";
    private static final String QUARTERS_CHANGED = "findingQuarters";
    private static final int SHOWN = 10;

    private final List<FindingTest> tests;
    private final FindingRuns runs;
    private final Timeline timeline;

    ThresholdDesk(List<FindingTest> tests, FindingRuns runs, Timeline timeline) {
        this.tests = tests.stream()
                .sorted(Comparator.comparingInt(FindingTest::order))
                .toList();
        this.runs = runs;
        this.timeline = timeline;
    }

    @Transactional(readOnly = true)
    ThresholdsView view() {
        return view(inForce(), Map.of(), runs.rulesRevision());
    }

    /// What is not in the form stays as it is.
    ///
    /// @param revision that the person saw and changed
    /// @return the page again where something cannot be taken, and then nothing is stored
    ThresholdsView settle(Map<String, String> answers, long revision) {
        ThresholdForm before = inForce();
        Map<String, String> wanted = new LinkedHashMap<>(before.written());
        wanted.replaceAll((name, kept) -> answers.getOrDefault(name, kept));
        ThresholdForm form = new ThresholdForm(wanted);
        Map<String, Text> refusals = form.refusals(tests);
        if (!refusals.isEmpty()) {
            return view(form, refusals, revision);
        }
        List<Threshold> thresholds = tests.stream().map(form::threshold).toList();
        if (!runs.settle(thresholds, form.quarters().orElseThrow(), revision)) {
            throw new Problem.Conflict("rules.moved");
        }
        tell(before, inForce());
        return view();
    }

    private ThresholdForm inForce() {
        return ThresholdForm.of(tests, runs.thresholds(), runs.quarters());
    }

    private void tell(ThresholdForm before, ThresholdForm after) {
        for (FindingTest test : tests) {
            String was = inShort(before, test);
            String is = inShort(after, test);
            if (!was.equals(is)) {
                timeline.note(null, CHANGED, Map.of("from", was, "textTest", test.key(), "to", is));
            }
        }
        String was = Objects.requireNonNull(before.written().get(ThresholdForm.QUARTERS));
        String is = Objects.requireNonNull(after.written().get(ThresholdForm.QUARTERS));
        if (!was.equals(is)) {
            timeline.note(null, QUARTERS_CHANGED, Map.of("from", was, "to", is));
        }
    }

    private static String inShort(ThresholdForm form, FindingTest test) {
        return Stream.of(ThresholdField.values())
                .map(field -> form.text(test, field) + (field.isMeasure() && test.isShare() ? " %" : ""))
                .collect(Collectors.joining(" / "));
    }

    private ThresholdsView view(ThresholdForm form, Map<String, Text> refusals, long revision) {
        List<Timeline.Entry> changes = timeline.ofFirm(List.of(CHANGED, QUARTERS_CHANGED), SHOWN);
        return new ThresholdsView(tests, form.written(), refusals, changes, revision);
    }
}
