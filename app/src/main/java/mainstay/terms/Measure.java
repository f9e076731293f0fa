package mainstay.terms;

import java.util.Arrays;
import java.util.Optional;

/// Something that accounts are entitled to, or have to bear.
public enum Measure {
    PAYMENT_TERM("paymentTerm", Unit.DAYS),
    CREDIT_LIMIT("creditLimit", Unit.MONEY),
    REBATE_LADDER("rebateLadder", Unit.NAME),
    PROMOTION("promotion", Unit.SHARE),
    GUIDANCE("guidance", Unit.HOURS),
    SERVICE_LEVEL("serviceLevel", Unit.LEVEL),
    LEAD_TIME("leadTime", Unit.DAYS);

    private final String code;
    private final Unit unit;

    Measure(String code, Unit unit) {
        this.code = code;
        this.unit = unit;
    }

    public String code() {
        return code;
    }

    public Unit unit() {
        return unit;
    }

    public String key() {
        return "terms.measure." + code;
    }

    public static Optional<Measure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code.equals(code))
                .findFirst();
    }
}
