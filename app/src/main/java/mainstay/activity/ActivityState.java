package mainstay.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far an activity is.
public enum ActivityState {
    PLANNED,
    DONE,
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "activity.state." + code();
    }

    public static Optional<ActivityState> parse(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
