package mainstay.ledger;

import mainstay.shared.web.Text;

/// How saying something about a unit ended.
sealed interface UnitDecision {

    record Kept() implements UnitDecision {}

    /// @param field what has to be typed differently: product, unit, factor or base
    record Refused(String field, Text why) implements UnitDecision {}

    static UnitDecision refused(String field, String key, Object... arguments) {
        return new Refused(field, Text.of(key, arguments));
    }
}
