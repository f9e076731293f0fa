package mainstay.shared.web;

import io.swagger.v3.oas.annotations.media.Schema;

/// A parameter that says yes by being there, as an option of the command line does.
@Schema(type = "boolean")
public record Flag(boolean on) {

    /// @throws IllegalArgumentException for anything but yes and no, so that a slip is not taken for a no
    public static Flag valueOf(String text) {
        return switch (text.strip()) {
            case "", "true" -> new Flag(true);
            case "false" -> new Flag(false);
            default -> throw new IllegalArgumentException("true or false, not " + text);
        };
    }
}
