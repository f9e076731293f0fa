package mainstay.ledger.file;

import mainstay.shared.SpreadsheetText;

/// What was made harmless for people loses its apostrophe when it comes back.
public final class Formulas {

    private Formulas() {}

    public static String harmless(String cell) {
        return SpreadsheetText.harmless(cell);
    }

    static String bare(String cell) {
        return cell.startsWith("'") && SpreadsheetText.looksLikeFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }
}
