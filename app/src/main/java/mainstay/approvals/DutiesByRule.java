package mainstay.approvals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import mainstay.approvals.RuleBook.Rule;
import mainstay.identity.Duties;
import mainstay.identity.User;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// The kinds of requests of which somebody decides a step, by role or by name.
@Component
class DutiesByRule implements Duties {

    private final ApprovalRuleDesk rules;

    DutiesByRule(ApprovalRuleDesk rules) {
        this.rules = rules;
    }

    @Override
    public List<Text> of(User user) {
        return rules.all().entrySet().stream()
                .filter(rule -> asks(rule.getValue(), user))
                .map(Map.Entry::getKey)
                .map(kind -> Text.of("approvals.kind." + kind))
                .toList();
    }

    private static boolean asks(Rule rule, User user) {
        return user.role().mayDecide()
                && rule.steps().stream()
                        .anyMatch(step -> Objects.equals(step.userId(), user.id())
                                || Objects.equals(step.role(), user.role().code()));
    }
}
