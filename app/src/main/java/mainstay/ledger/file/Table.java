package mainstay.ledger.file;

import java.util.List;
import java.util.OptionalInt;

/// Rows under headers, from whichever kind of file, with the first thousand rows to look at.
sealed interface Table permits CsvTable, SheetTable {

    int SAMPLED = 1_000;

    SourceFile file();

    List<String> headers();

    List<TableRow> sample();

    /// All rows below the headers.
    TableRows rows() throws FileRefused;

    /// How it was read, with what was found by looking.
    Reading reading();

    /// By what the content is known again: a workbook holds a table in each of its sheets.
    String fingerprint();

    /// Looks at a file the way the user wishes, by guessing what they left open.
    static Table look(SourceFile file, Reading wish) throws FileRefused {
        Workbook workbook = file.workbook();
        return workbook == null ? CsvTable.look(file, wish) : SheetTable.look(file, workbook, wish);
    }

    /// Whether nothing stands below the headers.
    default boolean isEmpty() throws FileRefused {
        if (sample().stream().anyMatch(row -> !row.isBlank())) {
            return false;
        }
        try (TableRows rows = rows()) {
            TableRow row = rows.next();
            while (row != null && row.isBlank()) {
                row = rows.next();
            }
            return row == null;
        }
    }

    /// How many columns at the left tell what was wrong: in a file of bad rows that comes back corrected.
    default int remarks() {
        return Remarks.before(headers());
    }

    /// The column with the line numbers within the document, where the rows had none of their own.
    default OptionalInt place() {
        return remarks() > Remarks.BEFORE_PLACE ? OptionalInt.of(Remarks.BEFORE_PLACE) : OptionalInt.empty();
    }

    /// The headers without those of remarks.
    default List<String> ownHeaders() {
        return headers().subList(remarks(), headers().size());
    }

    /// The fields of a row without those of remarks.
    default List<String> ownFields(TableRow row) {
        List<String> fields = row.fields();
        return fields.subList(Math.min(remarks(), fields.size()), fields.size());
    }
}
