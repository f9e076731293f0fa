package mainstay.relationships;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A note in pieces: plain words, and words that lead to whom they name.
public final class NoteText {

    private NoteText() {}

    /// @param href null for plain words
    public record Part(String words, @Nullable String href) {}

    /// @param links where words lead that name somebody
    static List<Part> parts(String text, Map<String, String> links) {
        List<String> longestFirst = links.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        List<Part> parts = new ArrayList<>();
        int plain = 0;
        int at = 0;
        while (at < text.length()) {
            int here = at;
            Optional<String> words = longestFirst.stream()
                    .filter(one -> text.startsWith(one, here))
                    .findFirst();
            if (words.isEmpty()) {
                at++;
                continue;
            }
            if (plain < at) {
                parts.add(new Part(text.substring(plain, at), null));
            }
            parts.add(new Part(words.get(), links.get(words.get())));
            at += words.get().length();
            plain = at;
        }
        if (plain < text.length()) {
            parts.add(new Part(text.substring(plain), null));
        }
        return parts;
    }
}
