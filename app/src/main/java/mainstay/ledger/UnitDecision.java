package mainstay.ledger;

import mainstay.shared.web.Text;

/// How saying something about a unit ended.
sealed interface UnitDecision {

    record Kept() implements UnitDecision {}

    record Refused(Text why) implements UnitDecision {}

    static UnitDecision refused(String key, Object... arguments) {
        return new Refused(Text.of(key, arguments));
    }
}
