package mainstay.dossier.document;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a sent file is called here: the last part of its name, without what turns text around or belongs to no name.
final class FileName {

    static final int LONGEST = 300;
    private static final String UNNAMED = "document";
    private static final int LONGEST_ENDING = 12;
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private FileName() {}

    static String of(@Nullable String sent) {
        String whole = sent == null ? "" : sent;
        String last = whole.substring(Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('\\')) + 1);
        String clean = lone(UNWANTED.matcher(last).replaceAll("")).strip();
        String name = clean.replaceFirst("^\\.+", "");
        return name.isBlank() ? UNNAMED : shortened(name);
    }

    /// Halves of characters are no text.
    private static String lone(String name) {
        StringBuilder whole = new StringBuilder();
        name.codePoints()
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(whole::appendCodePoint);
        return whole.toString();
    }

    /// Keeps the ending, which people go by.
    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= LONGEST_ENDING ? name.substring(dot) : "";
        int kept = LONGEST - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + ending;
    }
}
