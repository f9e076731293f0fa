package mainstay.shared;

import java.util.regex.Pattern;

/// Spreadsheets run what looks like a formula, so a text that does gets an apostrophe before it in files for
/// people.
public final class SpreadsheetText {

    private static final Pattern FORMULA = Pattern.compile("[=@+\\t\\r-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,]+");

    private SpreadsheetText() {}

    public static String harmless(String cell) {
        return looksLikeFormula(cell) ? "'" + cell : cell;
    }

    /// What was made harmless for people loses its apostrophe when it comes back.
    public static String bare(String cell) {
        return cell.startsWith("'") && looksLikeFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean looksLikeFormula(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    }
}
