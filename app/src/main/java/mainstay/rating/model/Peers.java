package mainstay.rating.model;

import java.util.Locale;

/// Among whom an account has its place.
public enum Peers {
    /// all accounts whose figure is known
    ALL,
    /// those of its own category
    CATEGORY,
    /// those of its own region
    REGION;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Peers of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
