package mainstay.terms;

import java.util.Arrays;
import java.util.Optional;

/// How a tier limits credit.
enum LimitRule {
    UNSET("unset"),
    FIXED("fixed"),
    REBATE("rebate"),
    SALES("sales");

    private final String code;

    LimitRule(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    boolean hasFactor() {
        return this == REBATE || this == SALES;
    }

    static Optional<LimitRule> of(String code) {
        return Arrays.stream(values()).filter(rule -> rule.code.equals(code)).findFirst();
    }
}
