package mainstay.rating;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import mainstay.activity.Timeline;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes new figures of the firm's own, all or none, and tells the timeline what changed.
@Service
@Transactional
class RuleDesk {
    private static final int SHOWN = 10;

    private final Rules rules;
    private final Timeline timeline;

    RuleDesk(Rules rules, Timeline timeline) {
        this.rules = rules;
        this.timeline = timeline;
    }

    /// @param revision of the rules that the person saw and changed
    /// @return what cannot be taken, and why; nothing is stored while there is one
    Map<Rule, Text> settle(Map<Rule, String> wanted, long revision) {
        Map<Rule, Text> refusals = refusals(wanted);
        if (!refusals.isEmpty()) {
            return refusals;
        }
        if (rules.held() != revision) {
            throw new Problem.Conflict("rules.moved");
        }
        Map<Rule, String> before = rules.inForce();
        Map<Rule, String> after = new EnumMap<>(Rule.class);
        wanted.forEach(
                (rule, text) -> after.put(rule, Rule.written(rule.read(text).orElse(null))));
        if (!after.equals(before)) {
            rules.enact(after);
            after.forEach((rule, text) -> tell(rule, Objects.requireNonNull(before.get(rule)), text));
        }
        return refusals;
    }

    /// The last changes, the newest first.
    @Transactional(readOnly = true)
    public List<Timeline.Entry> changes() {
        return timeline.ofFirm(Stream.of(Rule.values()).map(RuleDesk::kind).toList(), SHOWN);
    }

    Map<Rule, Text> refusals(Map<Rule, String> wanted) {
        Map<Rule, Text> refusals = new EnumMap<>(Rule.class);
        wanted.forEach((rule, text) -> {
            if (!rule.takes(text)) {
                refusals.put(
                        rule,
                        Text.of(
                                rule.isNeeded() ? "rules.wrong" : "rules.wrongOrEmpty",
                                rule.least(),
                                rule.greatest(),
                                rule.decimals()));
            }
        });
        return refusals;
    }

    private static String kind(Rule rule) {
        return "rule." + rule.code();
    }

    private void tell(Rule rule, String before, String after) {
        if (!before.equals(after)) {
            timeline.note(null, kind(rule), Map.of("from", before, "to", after));
        }
    }
}
