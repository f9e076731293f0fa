package mainstay.ledger;

import java.util.Arrays;
import java.util.Locale;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// What may stand between the columns of a text file.
public enum Separator {
    COMMA(","),
    SEMICOLON(";"),
    TAB("\t"),
    BAR("|");

    private final String text;

    Separator(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Separator of(String code) {
        return Arrays.stream(values())
                .filter(separator -> separator.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("ledger.import.wrongOption", "separator", code));
    }

    static @Nullable Separator between(@Nullable Character columns) {
        return columns == null
                ? null
                : Arrays.stream(values())
                        .filter(separator -> separator.text.charAt(0) == columns)
                        .findFirst()
                        .orElse(null);
    }
}
