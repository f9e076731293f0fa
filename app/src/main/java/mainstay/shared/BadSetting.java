package mainstay.shared;

/// A setting of the operator's that cannot be taken. The message says which and why.
public final class BadSetting extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public BadSetting(String message) {
        super(message);
    }
}
