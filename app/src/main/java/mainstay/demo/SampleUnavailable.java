package mainstay.demo;

/// A sample cannot be shown. The message is for the operator.
public final class SampleUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SampleUnavailable(String message) {
        super(message);
    }

    SampleUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
