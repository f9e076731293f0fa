package mainstay.rating.finding;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a person says about a finding.
public enum Verdict {
    CONFIRMED("confirmed"),
    EXPLAINED("explained"),
    BORDER_TRADE("borderTrade");

    private final String code;

    Verdict(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String key() {
        return "findings.verdict." + code;
    }

    static Optional<Verdict> parse(@Nullable String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
