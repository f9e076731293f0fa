package mainstay;

import java.util.Locale;

/// Something the operator has to put right before the server can start. The message says what.
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String message) {
        super(message);
    }

    static CannotStart onPort(String address, int port, String cause) {
        String reason = cause.toLowerCase(Locale.ROOT);
        if (reason.contains("permission") || reason.contains("privilege")) {
            return new CannotStart(
                    "No permission to listen on port %d. Take another one with MAINSTAY_PORT.".formatted(port));
        }
        if (reason.contains("cannot assign") || reason.contains("can't assign")) {
            return new CannotStart("This machine does not have the address %s. Name another one with MAINSTAY_BIND."
                    .formatted(address));
        }
        return new CannotStart(
                "Port %d of %s is taken: another Mainstay may be running. Stop it, or take another port with MAINSTAY_PORT."
                        .formatted(port, address));
    }
}
