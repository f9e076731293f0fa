package mainstay.planning.key;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// How a key stands. Unknown is neither good nor bad; hidden is what the reader may not see.
public enum Mark {
    GREEN("✓", "tag-good"),
    AMBER("!", "tag-warn"),
    RED("✗", "tag-bad"),
    UNKNOWN("?", "tag-muted"),
    HIDDEN("–", "tag-muted");

    private final String sign;
    private final String tone;

    Mark(String sign, String tone) {
        this.sign = sign;
        this.tone = tone;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String labelKey() {
        return "key.mark." + code();
    }

    /// Says the same as the colour.
    public String sign() {
        return sign;
    }

    public String tone() {
        return tone;
    }

    /// Whether there is something to do.
    public boolean asks() {
        return this == AMBER || this == RED || this == UNKNOWN;
    }

    /// How much it weighs where several stand for one key: what is hidden hides the whole, what is known to be bad
    /// outweighs what is unknown.
    private int weight() {
        return switch (this) {
            case HIDDEN -> 4;
            case RED -> 3;
            case AMBER -> 2;
            case UNKNOWN -> 1;
            case GREEN -> 0;
        };
    }

    static Mark gravest(Collection<Mark> marks) {
        return marks.stream().max(Comparator.comparingInt(Mark::weight)).orElse(UNKNOWN);
    }

    static Optional<Mark> byCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
