package mainstay.planning.key;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What keeps an account.
public enum Key {
    UNDERSTAND,
    COMPETITORS,
    PROFITABILITY,
    PLAN,
    ARCHIVE,
    PROCESS,
    WIN_WIN,
    PERSISTENCE;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String labelKey() {
        return "key." + code();
    }

    static Optional<Key> byCode(String code) {
        return Arrays.stream(values()).filter(each -> each.code().equals(code)).findFirst();
    }
}
