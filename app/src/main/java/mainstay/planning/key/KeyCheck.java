package mainstay.planning.key;

import java.util.List;

/// One thing that a key asks.
///
/// @param code      of the question
/// @param say       which of its sentences tells why
/// @param arguments of that sentence
/// @param path      where one sees to it that it turns green
public record KeyCheck(String code, Mark mark, String say, List<Object> arguments, String path) {

    static KeyCheck hidden(String code) {
        return new KeyCheck(code, Mark.HIDDEN, "hidden", List.of(), "");
    }

    /// Message key of why it stands as it does.
    public String whyKey() {
        return mark == Mark.HIDDEN ? "key.hidden" : "key." + code + "." + say;
    }

    /// Message key of what would turn it green.
    public String remedyKey() {
        return "key." + code + ".remedy";
    }
}
