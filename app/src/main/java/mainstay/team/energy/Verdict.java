package mainstay.team.energy;

import java.util.Locale;

/// What a share of time among ourselves comes to.
public enum Verdict {
    ALARM("tag-bad"),
    BETWEEN("tag-warn"),
    TARGET("tag-good"),
    UNSURE("tag-muted"),
    NOTHING("tag-muted");

    private final String look;

    Verdict(String look) {
        this.look = look;
    }

    public String look() {
        return look;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "energy.verdict." + code();
    }
}
