package mainstay.approvals;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A step of a rule as the settings show it.
///
/// @param role       null where a person is named
/// @param person     full name of that person; null for a role, and for somebody who is shut out
/// @param fromAmount in ten-thousandths; null for every amount
/// @param starsTo    null for all tiers
public record RuleLine(
        int turn,
        @Nullable String role,
        @Nullable String person,
        @Nullable Long fromAmount,
        @Nullable Integer starsTo) {

    static RuleLine of(RuleStep step, Map<Long, String> names) {
        Long user = step.userId();
        return new RuleLine(
                step.turn(), step.role(), user == null ? null : names.get(user), step.fromAmount(), step.starsTo());
    }
}
