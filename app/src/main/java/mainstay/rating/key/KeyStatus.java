package mainstay.rating.key;

import java.util.Arrays;

/// Where an account stands under the key-account rule.
public enum KeyStatus {
    KEY("key"),
    PROVISIONAL("provisional"),
    NEAR_MISS("nearMiss"),
    POTENTIAL("potential"),
    NONE("none");

    private final String code;

    KeyStatus(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static KeyStatus of(String code) {
        return Arrays.stream(values())
                .filter(status -> status.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such status: " + code));
    }
}
