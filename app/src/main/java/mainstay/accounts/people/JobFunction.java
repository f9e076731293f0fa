package mainstay.accounts.people;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody is in charge of at an account.
public enum JobFunction {
    OWNER,
    REPRESENTATIVE,
    MANAGEMENT,
    PURCHASING,
    TECHNICAL,
    QUALITY,
    FINANCE,
    USE,
    LOGISTICS,
    PRODUCTION,
    SALES,
    LEGAL,
    OTHER;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return keyOf(code());
    }

    public static String keyOf(String code) {
        return "people.function." + code;
    }

    static Optional<JobFunction> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
