package mainstay.rating.model;

import java.util.Locale;

/// What a criterion speaks about.
public enum CriterionGroup {
    SALES,
    QUALITY,
    FINANCE,
    STRENGTH,
    CAPABILITY,
    POTENTIAL;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static CriterionGroup of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
