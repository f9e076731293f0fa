package mainstay.rating.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How much stands behind a finding.
public enum Strength {
    HINT(1),
    LIKELY(2),
    STRONG(3);

    private final int number;

    Strength(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "findings.strength." + code();
    }

    static Strength of(int number) {
        return Arrays.stream(values())
                .filter(one -> one.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("strength " + number + " is none of 1 to 3"));
    }

    static Optional<Strength> parse(@Nullable String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }

    /// The weaker of two.
    Strength atMost(Strength most) {
        return compareTo(most) <= 0 ? this : most;
    }
}
