package mainstay.approvals;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mainstay.activity.Timeline;
import mainstay.approvals.RuleBook.Rule;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Numeral;
import mainstay.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Changes who decides on what, and how long that may take. What is pending goes on by the rule it was asked
/// under.
@Service
@Transactional
class ApprovalRuleDesk {

    static final int MOST_STEPS = 6;
    private static final int LONGEST_HOURS = 2000;

    private final RuleBook rules;
    private final Effects effects;
    private final UserDesk users;
    private final Timeline timeline;
    private final Clock clock;

    ApprovalRuleDesk(RuleBook rules, Effects effects, UserDesk users, Timeline timeline, Clock clock) {
        this.rules = rules;
        this.effects = effects;
        this.users = users;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public long revision() {
        return rules.revision();
    }

    @Transactional(readOnly = true)
    public Map<String, Rule> all() {
        Map<String, Rule> all = new LinkedHashMap<>();
        effects.codes().forEach(kind -> all.put(kind, of(kind)));
        return all;
    }

    @Transactional(readOnly = true)
    public Rule of(String kind) {
        if (!effects.knows(kind)) {
            throw new Problem.NotFound("approvals.rule.noKind");
        }
        return rules.inForce(kind).orElseGet(() -> new Rule(0, Approvals.BY_DEFAULT));
    }

    @Transactional(readOnly = true)
    public Map<Integer, Integer> maxima() {
        return rules.maxima();
    }

    @Transactional(readOnly = true)
    public List<User> people() {
        return users.all().stream().filter(ApprovalRuleDesk::mayDecide).toList();
    }

    /// Puts other steps in force.
    ///
    /// @param revision of the rules that the person saw and changed
    /// @return the rows with what is wrong with them; empty where they are in force now
    public List<StepField> settle(String kind, List<StepField> fields, long revision) {
        Rule before = of(kind);
        List<StepField> checked =
                fields.stream().map(field -> checked(kind, field)).toList();
        if (checked.stream().anyMatch(field -> !field.refusal().isEmpty())) {
            return checked;
        }
        List<RuleStep> steps = checked.stream()
                .filter(field -> !field.isUnused())
                .map(StepField::step)
                .sorted(Comparator.comparingInt(RuleStep::turn))
                .toList();
        if (steps.isEmpty()) {
            List<StepField> none = new ArrayList<>(checked);
            StepField first = checked.getFirst();
            none.set(
                    0,
                    new StepField(first.turn(), first.who(), first.amount(), first.starsTo(), "approvals.rule.noStep"));
            return none;
        }
        if (!steps.equals(before.steps())) {
            advance(revision);
            rules.add(
                    kind, new Rule(before.version() + 1, steps), Acting.actor().name(), clock.instant());
            timeline.note(null, "approvalRule", Map.of("textKind", "approvals.kind." + kind));
        }
        return List.of();
    }

    private static boolean mayDecide(User user) {
        return user.isEnabled() && user.role().mayDecide();
    }

    boolean asksCustodians(String kind) {
        return effects.asksCustodians(kind);
    }

    private StepField checked(String kind, StepField field) {
        StepField checked = field.checked();
        boolean gone = checked.user()
                .map(id -> users.byId(id).filter(ApprovalRuleDesk::mayDecide).isEmpty())
                .orElse(false);
        boolean nobodyAnswers =
                checked.role().filter(RuleStep.CUSTODIAN::equals).isPresent() && !effects.asksCustodians(kind);
        return gone || nobodyAnswers
                ? new StepField(field.turn(), field.who(), field.amount(), field.starsTo(), "approvals.rule.unknown")
                : checked;
    }

    /// @param written hours by stars
    /// @return the stars whose hours cannot be taken; empty where all are in force now
    public List<Integer> limit(Map<Integer, String> written, long revision) {
        Map<Integer, Integer> hours = new TreeMap<>();
        List<Integer> refused = new ArrayList<>();
        written.forEach((stars, text) -> {
            String digits = Numeral.plain(text);
            if (digits.matches("\\d{1,4}") && fits(Integer.parseInt(digits))) {
                hours.put(stars, Integer.valueOf(digits));
            } else {
                refused.add(stars);
            }
        });
        if (refused.isEmpty() && !hours.equals(rules.maxima())) {
            advance(revision);
            hours.forEach(rules::setMaximum);
            timeline.note(null, "approvalMaxima", Map.of());
        }
        return refused;
    }

    private static boolean fits(int hours) {
        return hours >= 1 && hours <= LONGEST_HOURS;
    }

    private void advance(long revision) {
        if (!rules.advance(revision)) {
            throw new Problem.Conflict("approvals.rule.overtaken");
        }
    }
}
