package mainstay.rating.model;

import java.util.Locale;

/// How a criterion's figure is read by people.
public enum Unit {
    MONEY,
    RATIO,
    COUNT,
    DAYS,
    MARK;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Unit of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
