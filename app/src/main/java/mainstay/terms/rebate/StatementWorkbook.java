package mainstay.terms.rebate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import mainstay.shared.Money;
import mainstay.terms.rebate.StatementSheet.Cell;
import mainstay.terms.rebate.StatementSheet.Table;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A statement as a workbook of one sheet. Texts are typed as such, so none of them is ever a formula.
final class StatementWorkbook {

    private static final double WIDTH = 22;
    private static final int COLUMNS = 5;

    private StatementWorkbook() {}

    static byte[] of(StatementSheet sheet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Mainstay", "1.0")) {
            Worksheet page = workbook.newWorksheet(sheet.tables().getFirst().heading());
            for (int column = 0; column < COLUMNS; column++) {
                page.width(column, WIDTH);
            }
            page.inlineString(0, 0, sheet.title() + " (" + sheet.currency() + ")");
            page.style(0, 0).bold().set();
            int line = 2;
            for (Table table : sheet.tables()) {
                line = write(page, table, line) + 1;
            }
            page.finish();
        }
        return out.toByteArray();
    }

    private static int write(Worksheet page, Table table, int first) {
        int line = first;
        page.inlineString(line, 0, table.heading());
        page.style(line, 0).bold().set();
        line++;
        for (int column = 0; column < table.header().size(); column++) {
            page.inlineString(line, column, table.header().get(column));
            page.style(line, column).italic().set();
        }
        line += table.header().isEmpty() ? 0 : 1;
        for (List<Cell> row : table.rows()) {
            for (int column = 0; column < row.size(); column++) {
                write(page, row.get(column), line, column);
            }
            line++;
        }
        return line;
    }

    private static void write(Worksheet page, Cell cell, int line, int column) {
        switch (cell) {
            case Cell.Words words -> page.inlineString(line, column, words.words());
            case Cell.Day day -> {
                page.value(line, column, day.day());
                page.style(line, column).format("yyyy-mm-dd").set();
            }
            case Cell.Amount amount -> {
                if (amount.tenThousandths() != null) {
                    page.value(line, column, new Money(Objects.requireNonNull(amount.tenThousandths())).toDecimal());
                    page.style(line, column).format("#,##0.00").set();
                }
            }
            case Cell.Share share -> {
                page.value(line, column, share.fraction());
                page.style(line, column).format("0.00%").set();
            }
        }
    }
}
