package mainstay.planning.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Templates of plans, one for each stage in the life of a customer. Their words are copied into the plan in the
/// language of whoever starts it.
public enum Playbook {
    EMPTY,
    DEVELOP,
    GROW,
    KEEP,
    WIN_BACK,
    ALLIANCE,
    PART;

    private static final int FOUR_STARS = 4;
    private static final int THREE_STARS = 3;
    private static final int TWO_STARS = 2;

    /// A goal as multiples of where its figure stands; left out while that is unknown.
    record Aim(String metric, double base, double stretch, double challenge) {}

    /// Work between two days of the plan.
    ///
    /// @param metric by which its effect is judged, in the six months that follow; null where none is looked for
    record Task(
            String form,
            int fromDay,
            int dueDay,
            int hours,
            @Nullable String metric) {}

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String key() {
        return "playbook." + code();
    }

    List<Aim> aims() {
        return switch (this) {
            case EMPTY -> List.of();
            case DEVELOP -> List.of(new Aim("revenue", 1.3, 1.6, 2), new Aim("orders", 1.25, 1.5, 2));
            case GROW -> List.of(new Aim("revenue", 1.1, 1.2, 1.35), new Aim("profit", 1.1, 1.2, 1.3));
            case KEEP -> List.of(new Aim("revenue", 1.03, 1.06, 1.1), new Aim("paid-on-time", 1, 1.05, 1.1));
            case WIN_BACK -> List.of(new Aim("revenue", 1.15, 1.3, 1.5), new Aim("orders", 1.15, 1.3, 1.5));
            case ALLIANCE -> List.of(new Aim("revenue", 1.08, 1.15, 1.25), new Aim("margin", 1.02, 1.05, 1.1));
            case PART -> List.of(new Aim("days-late", 0.7, 0.5, 0.3));
        };
    }

    List<Task> tasks() {
        return switch (this) {
            case EMPTY -> List.of();
            case DEVELOP ->
                List.of(
                        new Task("discussion", 0, 21, 16, null),
                        new Task("visit", 14, 45, 8, null),
                        new Task("training", 45, 90, 24, "orders"));
            case GROW ->
                List.of(
                        new Task("meeting", 0, 21, 8, null),
                        new Task("guidance", 21, 75, 40, "revenue"),
                        new Task("training", 60, 120, 24, "gross-profit"));
            case KEEP ->
                List.of(
                        new Task("visit", 0, 30, 8, null),
                        new Task("discussion", 30, 60, 6, null),
                        new Task("guidance", 90, 150, 24, "revenue"));
            case WIN_BACK ->
                List.of(
                        new Task("visit", 0, 14, 8, null),
                        new Task("meeting", 7, 21, 6, null),
                        new Task("guidance", 21, 60, 24, "orders"));
            case ALLIANCE ->
                List.of(
                        new Task("discussion", 0, 30, 16, null),
                        new Task("training", 30, 90, 40, "revenue"),
                        new Task("meeting", 60, 120, 24, "gross-margin"));
            case PART -> List.of(new Task("discussion", 0, 14, 6, null), new Task("meeting", 14, 30, 8, null));
        };
    }

    static Optional<Playbook> byCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }

    static List<String> codes() {
        return Arrays.stream(values()).map(Playbook::code).toList();
    }

    /// What suits an account.
    ///
    /// @param stars  null where they are unknown
    /// @param buys   whether it bought in the last twelve months
    /// @param fading whether it buys clearly less, or is late in its own rhythm
    static Playbook suiting(@Nullable Integer stars, boolean buys, boolean fading) {
        if (!buys) {
            return DEVELOP;
        }
        if (fading) {
            return WIN_BACK;
        }
        if (stars == null) {
            return GROW;
        }
        return switch (stars) {
            case FOUR_STARS -> ALLIANCE;
            case THREE_STARS -> GROW;
            case TWO_STARS -> KEEP;
            default -> PART;
        };
    }
}
