package mainstay.dossier.search;

import java.util.Locale;

/// The part of a text that somebody looked for.
final class Snippet {

    private static final int AROUND = 30;
    private static final int LONGEST = 120;

    private Snippet() {}

    static String of(String text, String typed) {
        String line = text.replaceAll("\\s+", " ");
        int[] letters = line.codePoints().toArray();
        if (letters.length <= LONGEST) {
            return line;
        }
        int found = line.toLowerCase(Locale.ROOT).indexOf(typed.strip().toLowerCase(Locale.ROOT));
        int place = found <= 0 ? 0 : line.codePointCount(0, Math.min(found, line.length()));
        int from = Math.max(0, place - AROUND);
        int to = Math.min(letters.length, from + LONGEST);
        return (from > 0 ? "…" : "") + new String(letters, from, to - from) + (to < letters.length ? "…" : "");
    }
}
