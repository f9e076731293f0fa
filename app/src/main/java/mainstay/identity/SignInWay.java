package mainstay.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// By what somebody shows who they are.
public enum SignInWay {
    PASSWORD,
    PASSKEY,
    /// the firm's own identity server
    PROVIDER,
    TOKEN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String key() {
        return "signIns.way." + code();
    }

    static Optional<SignInWay> parse(String code) {
        return Arrays.stream(values()).filter(way -> way.code().equals(code)).findFirst();
    }
}
