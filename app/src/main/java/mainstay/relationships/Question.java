package mainstay.relationships;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Whom do words of a note mean?
///
/// @param words with the sign before them
public record Question(String words, List<Choice> choices) {

    /// @param kind   `person` or `account`
    /// @param detail by which it is told from others of the name
    public record Choice(String kind, long id, String name, String detail) {}

    /// What the form sends for one of them.
    public String answer(Choice choice) {
        return answer(words, choice.kind(), choice.id());
    }

    /// What it sends where nobody is meant.
    public String nobody() {
        return answer(words, "nobody", 0);
    }

    static String answer(String words, String kind, long id) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8) + ":" + kind + ":" + id;
    }
}
