package mainstay.ledger.file;

import java.util.regex.Pattern;

/// Spreadsheets run what looks like a formula, so files for people have an apostrophe before it, and lose it when
/// they come back.
public final class Formulas {

    private static final Pattern FORMULA = Pattern.compile("[=@+\\t\\r-].*", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("[+-]?[\\d.,]+");

    private Formulas() {}

    public static String harmless(String cell) {
        return looksLikeOne(cell) ? "'" + cell : cell;
    }

    static String bare(String cell) {
        return cell.startsWith("'") && looksLikeOne(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean looksLikeOne(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches();
    }
}
