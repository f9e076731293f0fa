package mainstay.accounts;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.accounts.AccountColumn.Form;
import mainstay.shared.SpreadsheetCsv;

/// A list as text for spreadsheets.
final class CsvSheet implements ListSheet {

    private final SpreadsheetCsv csv;
    private final List<String> row = new ArrayList<>();

    CsvSheet(Writer out) throws IOException {
        csv = new SpreadsheetCsv(out);
    }

    @Override
    public void text(String text) {
        row.add(text);
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
        csv.row(row);
        row.clear();
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
