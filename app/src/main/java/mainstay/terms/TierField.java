package mainstay.terms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A field of the form in which the measures of a tier are written.
public enum TierField {
    PAYMENT_TERM("paymentTerm", Unit.DAYS),
    LIMIT_RULE("limitRule", null),
    LIMIT_AMOUNT("limitAmount", Unit.MONEY),
    LIMIT_FACTOR("limitFactor", Unit.FACTOR),
    REBATE_LADDER("rebateLadder", Unit.NAME),
    PROMOTION("promotion", Unit.SHARE),
    GUIDANCE("guidance", Unit.HOURS),
    SERVICE_LEVEL("serviceLevel", Unit.LEVEL),
    LEAD_TIME("leadTime", Unit.DAYS);

    private final String code;
    private final @Nullable Unit unit;

    TierField(String code, @Nullable Unit unit) {
        this.code = code;
        this.unit = unit;
    }

    public String code() {
        return code;
    }

    public String labelKey() {
        return "terms.field." + code;
    }

    /// Null: a rule, not a measure.
    public @Nullable Unit unit() {
        return unit;
    }

    /// Codes to choose from; empty where something is written.
    public List<String> choices() {
        if (this == LIMIT_RULE) {
            return List.of("unset", "fixed", "rebate", "sales");
        }
        return unit == Unit.LEVEL ? Unit.LEVELS : List.of();
    }

    public boolean isNumber() {
        return unit != null && unit.isNumber();
    }
}
