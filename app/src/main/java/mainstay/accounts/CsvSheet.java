package mainstay.accounts;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.accounts.AccountColumn.Form;
import mainstay.shared.SpreadsheetText;

/// Text that spreadsheets see is Unicode by the mark at its beginning.
final class CsvSheet implements ListSheet {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final CsvWriter csv;
    private final List<String> row = new ArrayList<>();

    CsvSheet(Writer out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        csv = CsvWriter.builder().build(out);
    }

    @Override
    public void text(String text) {
        row.add(SpreadsheetText.harmless(text));
    }

    @Override
    public void number(BigDecimal number, Form form) {
        row.add(number.toPlainString());
    }

    @Override
    public void day(LocalDate day) {
        row.add(day.toString());
    }

    @Override
    public void unknown() {
        row.add("");
    }

    @Override
    public void endRow() {
        csv.writeRecord(row);
        row.clear();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
