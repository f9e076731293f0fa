package mainstay.ledger.file;

import java.util.BitSet;
import java.util.List;
import mainstay.shared.SpreadsheetText;

/// One row of the file with the row of the look-up file that belongs to it. Reused while reading.
final class Row {

    private final BitSet wholeNumbers;
    private final int ofFile;
    private final boolean ofBadRows;
    private List<String> values = List.of();
    private List<String> joined = List.of();
    private long line;

    Row(Columns columns, boolean ofBadRows) {
        this.ofBadRows = ofBadRows;
        this.wholeNumbers = columns.wholeNumbers();
        this.ofFile = columns.ofFile();
    }

    Row with(TableRow read, List<String> joinedValues) {
        this.values = read.fields();
        this.joined = joinedValues;
        this.line = read.line();
        return this;
    }

    long line() {
        return line;
    }

    String get(int column) {
        List<String> part = column < ofFile ? values : joined;
        int at = column < ofFile ? column : column - ofFile;
        String value = at < part.size() ? trimmed(part.get(at)) : "";
        String meant = ofBadRows ? SpreadsheetText.bare(value) : value;
        return wholeNumbers.get(column) ? WholeNumber.plain(meant) : meant;
    }

    private static String trimmed(String value) {
        String stripped = value.strip();
        int from = 0;
        int to = stripped.length();
        while (from < to && outer(stripped.charAt(from))) {
            from++;
        }
        while (to > from && outer(stripped.charAt(to - 1))) {
            to--;
        }
        return stripped.substring(from, to);
    }

    private static boolean outer(char c) {
        return c == '\u00A0' || c == '\uFEFF' || Character.isWhitespace(c);
    }
}
