package mainstay.dossier;

import java.util.Arrays;
import java.util.Optional;

/// A part of the archive of an account.
public enum Part {
    BASIC("basic"),
    CHARACTERISTICS("characteristics"),
    BUSINESS("business"),
    TRANSACTION("transaction");

    private final String code;

    Part(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String key() {
        return "archive.part." + code;
    }

    public static Optional<Part> parse(String code) {
        return Arrays.stream(values()).filter(part -> part.code.equals(code)).findFirst();
    }
}
