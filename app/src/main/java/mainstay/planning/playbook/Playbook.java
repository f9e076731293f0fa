package mainstay.planning.playbook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A template of plans. Its words are copied into the plan; those that Mainstay brings along in the language of whoever
/// starts it.
///
/// @param title     null for one that Mainstay brings along and that nobody has named anew
/// @param retired   whether it is offered no more
/// @param version   counts changes
/// @param changedBy null while it stands as it came
public record Playbook(
        long id,
        String code,
        @Nullable String title,
        boolean retired,
        int version,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        List<Aim> aims,
        List<Task> tasks) {

    static final int MOST_AIMS = 6;
    static final int MOST_TASKS = 8;
    private static final String OWN = "own-";

    /// A goal as multiples of where its figure stands; left out while that is unknown.
    public record Aim(
            String metric,
            double base,
            @Nullable Double stretch,
            @Nullable Double challenge) {}

    /// Work between two days of the plan.
    ///
    /// @param titleKey message key of the title, or the title itself; likewise `standardKey`
    /// @param metric   by which its effect is judged, in the six months that follow; null where none is looked for
    public record Task(
            String titleKey,
            String standardKey,
            String form,
            int fromDay,
            int dueDay,
            @Nullable Integer hours,
            @Nullable String metric) {}

    /// Message key of its title, or the title itself: a text without a translation is shown as it stands.
    public String key() {
        return title == null ? ownKey() : title;
    }

    String ownKey() {
        return keyOf(code);
    }

    static String keyOf(String code) {
        return "playbook." + code;
    }

    /// Whether the firm made it, so that it has no other name than the one given.
    public boolean isOwn() {
        return code.startsWith(OWN);
    }

    static String ownCode(String word) {
        return OWN + word;
    }
}
