package mainstay.terms.credit;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How far a sale has come when credit is asked about.
enum Stage {
    QUOTE,
    ORDER,
    INVOICE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Stage> of(String code) {
        return Arrays.stream(values())
                .filter(stage -> stage.code().equals(code))
                .findFirst();
    }
}
