package mainstay.planning.playbook;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What decides which template is offered first.
public enum Situation {
    NO_SALES,
    FADING,
    UNRATED,
    STARS_4,
    STARS_3,
    STARS_2,
    STARS_1;

    private static final int FOUR = 4;
    private static final int THREE = 3;
    private static final int TWO = 2;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String labelKey() {
        return "playbook.situation." + code();
    }

    /// @param stars  null where they are unknown
    /// @param buys   whether it bought in the last twelve months
    /// @param fading whether it buys clearly less, or is late in its own rhythm
    public static Situation of(@Nullable Integer stars, boolean buys, boolean fading) {
        if (!buys) {
            return NO_SALES;
        }
        if (fading) {
            return FADING;
        }
        if (stars == null) {
            return UNRATED;
        }
        return switch (stars) {
            case FOUR -> STARS_4;
            case THREE -> STARS_3;
            case TWO -> STARS_2;
            default -> STARS_1;
        };
    }
}
