package mainstay.terms.rebate;

import java.util.Arrays;
import java.util.Optional;

/// What the rate of a step is paid on.
public enum Spread {
    /// On all of it, from the first unit on: who reaches a step earns on everything at once.
    WHOLE("whole"),
    /// On what lies above the step only.
    ABOVE("above");

    private final String code;

    Spread(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String key() {
        return "rebate.spread." + code;
    }

    static Optional<Spread> of(String code) {
        return Arrays.stream(values())
                .filter(spread -> spread.code.equals(code))
                .findFirst();
    }
}
