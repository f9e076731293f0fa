package mainstay.rating.key;

import java.util.Locale;

/// One of the three legs a key account stands on.
public enum Leg {
    PASS,
    FAIL,
    OPEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Leg of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
