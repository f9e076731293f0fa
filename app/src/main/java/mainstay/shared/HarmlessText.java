package mainstay.shared;

import java.util.regex.Pattern;

/// Text without the characters that are refused wherever text comes in: NUL, which the database cannot keep,
/// and the marks that turn the direction of everything after them.
public final class HarmlessText {

    private static final Pattern HARMFUL = Pattern.compile("[\\x00\\u202A-\\u202E\\u2066-\\u2069]");

    private HarmlessText() {}

    public static boolean is(String text) {
        return !HARMFUL.matcher(text).find();
    }

    public static boolean turns(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }

    /// What is left once they are taken out.
    public static String without(String text) {
        return HARMFUL.matcher(text).replaceAll("");
    }

    /// To be shown in a message about it.
    public static String cleaned(String text) {
        return HARMFUL.matcher(text).replaceAll("�");
    }
}
