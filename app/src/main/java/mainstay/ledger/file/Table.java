package mainstay.ledger.file;

import java.util.List;

/// Rows under headers, from whichever kind of file, with the first thousand rows to look at.
sealed interface Table permits CsvTable, SheetTable {

    int SAMPLED = 1_000;

    SourceFile file();

    List<String> headers();

    List<TableRow> sample();

    /// All rows below the headers.
    TableRows rows() throws FileRefused;

    /// Looks at a file the way the user wishes, by guessing what they left open.
    static Table look(SourceFile file, Reading wish) throws FileRefused {
        return file.isWorkbook() ? SheetTable.look(file, wish) : CsvTable.look(file, wish);
    }
}
