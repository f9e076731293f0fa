package mainstay.dossier;

import java.util.Arrays;
import java.util.Optional;

/// How sure somebody was of a value.
public enum Confidence {
    ASSUMED("assumed"),
    REPORTED("reported"),
    CONFIRMED("confirmed");

    private final String code;

    Confidence(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String key() {
        return "archive.confidence." + code;
    }

    static Optional<Confidence> parse(String code) {
        return Arrays.stream(values())
                .filter(confidence -> confidence.code.equals(code))
                .findFirst();
    }
}
