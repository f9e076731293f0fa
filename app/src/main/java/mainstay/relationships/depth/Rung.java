package mainstay.relationships.depth;

import java.util.List;
import java.util.Locale;

/// How deep a contact is. Each rung is earned by evidence of its own, on top of that of all before it.
public enum Rung {
    NONE,
    EXPLORATORY,
    BASIC,
    COOPERATIVE,
    INTERDEPENDENT,
    INTEGRATED;

    /// Those that can be earned, the lowest first.
    public static final List<Rung> LADDER = List.of(EXPLORATORY, BASIC, COOPERATIVE, INTERDEPENDENT, INTEGRATED);

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "depth.rung." + code();
    }
}
