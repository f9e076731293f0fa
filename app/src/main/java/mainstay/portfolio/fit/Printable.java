package mainstay.portfolio.fit;

import java.util.regex.Pattern;

/// Text of a file for a terminal: what would move the cursor, change colours or turn the direction is shown by its
/// number.
final class Printable {
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]");
    private static final int LONGEST = 120;

    private Printable() {}

    static String of(String text) {
        String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return UNSEEN.matcher(shown)
                .replaceAll(unseen -> "\\\\u%04X".formatted((int) unseen.group().charAt(0)));
    }
}
