package mainstay.accounts;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import mainstay.accounts.AccountColumn.Form;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook of one sheet, written as it goes. Texts are typed as such, so none of them is ever a formula.
final class WorkbookSheet implements ListSheet {

    private static final int FLUSHED_AFTER = 1_000;
    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int line;
    private int column;

    WorkbookSheet(OutputStream out, String title) {
        workbook = new Workbook(out, "Mainstay", "1.0");
        sheet = workbook.newWorksheet(title);
        sheet.freezePane(2, 1);
    }

    @Override
    public void text(String text) {
        sheet.inlineString(line, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
        if (line == 0) {
            sheet.style(line, column).bold().set();
        }
        column++;
    }

    @Override
    public void number(BigDecimal number, Form form) {
        sheet.value(line, column, number);
        switch (form) {
            case MONEY -> sheet.style(line, column).format("#,##0.00").set();
            case PERCENT -> sheet.style(line, column).format("0.0%").set();
            case DECIMAL -> sheet.style(line, column).format("0.0").set();
            case NUMBER, STARS, DATE, TEXT, TEXT_KEY -> {}
        }
        column++;
    }

    @Override
    public void day(LocalDate day) {
        sheet.value(line, column, day);
        sheet.style(line, column).format("yyyy-mm-dd").set();
        column++;
    }

    @Override
    public void unknown() {
        column++;
    }

    @Override
    public void endRow() throws IOException {
        line++;
        column = 0;
        if (line % FLUSHED_AFTER == 0) {
            sheet.flush();
        }
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}
