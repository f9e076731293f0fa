package mainstay.shared;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/// Rows of a file that spreadsheets open as they are meant: Unicode by the mark at its beginning, and with nothing in
/// it that they would run.
public final class SpreadsheetCsv implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;

    public SpreadsheetCsv(Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().build(out);
    }

    public void row(List<String> cells) {
        csv.writeRecord(cells.stream().map(SpreadsheetText::harmless).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
