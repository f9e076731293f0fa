package mainstay.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Objects;
import java.util.regex.Pattern;

/// From where somebody came to sign in.
///
/// @param agent what the browser says of itself, shortened
public record Arrival(String address, String agent) implements Serializable {

    static final Arrival UNKNOWN = new Arrival("", "");

    private static final int LONGEST = 300;
    private static final Pattern UNPRINTABLE = Pattern.compile("[^\\x20-\\x7E]");

    static Arrival of(HttpServletRequest request) {
        String agent = Objects.requireNonNullElse(request.getHeader("User-Agent"), "");
        String shortened = agent.substring(0, Math.min(agent.length(), LONGEST));
        return new Arrival(
                Objects.requireNonNullElse(request.getRemoteAddr(), ""),
                UNPRINTABLE.matcher(shortened).replaceAll("?"));
    }

    public Device device() {
        return Device.of(agent);
    }
}
