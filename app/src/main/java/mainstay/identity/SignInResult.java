package mainstay.identity;

import java.util.Arrays;

/// How a try to sign in ended: let in, or refused for one kind of reason.
public enum SignInResult {
    SIGNED_IN("signedIn"),
    /// the password was right, and a code was asked for
    CODE_ASKED("codeAsked"),
    UNKNOWN_NAME("unknownName"),
    WRONG_PASSWORD("wrongPassword"),
    SHUT_OUT("shutOut"),
    TOO_MANY_TRIES("tooManyTries"),
    WRONG_CODE("wrongCode"),
    USED_CODE("usedCode"),
    WRONG_PASSKEY("wrongPasskey"),
    UNKNOWN_PERSON("unknownPerson"),
    PROVIDER_REFUSED("providerRefused"),
    PROVIDER_AWAY("providerAway"),
    EXPIRED_TOKEN("expiredToken"),
    REVOKED_TOKEN("revokedToken");

    private final String code;

    SignInResult(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public String key() {
        return "signIns.result." + code;
    }

    public boolean isSuccess() {
        return this == SIGNED_IN;
    }

    /// @throws IllegalArgumentException for a word that no result has
    static SignInResult parse(String code) {
        return Arrays.stream(values())
                .filter(result -> result.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(code + " is no result"));
    }
}
