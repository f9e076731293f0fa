package mainstay.relationships.depth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What makes a contact fragile.
public enum Flag {
    ONE_OF_OURS,
    ONE_OF_THEIRS,
    OURS_LEFT,
    THEIRS_LEFT,
    ONE_WAY,
    NO_CONTACT;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String key() {
        return "depth.flag." + code();
    }

    static Optional<Flag> parse(String code) {
        return Arrays.stream(values()).filter(flag -> flag.code().equals(code)).findFirst();
    }
}
