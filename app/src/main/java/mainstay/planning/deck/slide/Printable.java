package mainstay.planning.deck.slide;

import java.text.Normalizer;

/// Text as a page can bear it.
final class Printable {

    private Printable() {}

    /// Without marks of direction, control characters and spaces that only screens know. Lines stay lines.
    static String of(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("\\r\\n?|[\\u2028\\u2029]", "\n")
                .replaceAll("[\\t\\u00A0\\u2007\\u2009\\u202F\\u3000]", " ")
                .replaceAll("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF\\uFFFE\\uFFFF]", "")
                .replaceAll("[\\p{Cc}&&[^\\n]]|\\p{Cs}", "")
                .strip();
    }

    /// In one line.
    static String line(String text) {
        return of(text).replaceAll("\\s+", " ");
    }
}
