package mainstay.activity;

/// What can be done.
///
/// @param internal whether it turns to ourselves and not to a customer
public record ActivityKind(String code, boolean internal) {

    public static String keyOf(String code) {
        return "activity.kind." + code;
    }

    public String key() {
        return keyOf(code);
    }
}
