package mainstay.dossier.exchange;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import mainstay.shared.SpreadsheetCsv;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A file that takes facts row by row. All cells are texts, so that none of them is ever a formula, and codes and
/// figures come back as they left.
interface FactSheet extends Closeable {

    void row(List<String> cells) throws IOException;

    static FactSheet of(String form, String title, OutputStream out) throws IOException {
        return form.equals("xlsx") ? new OfWorkbook(title, out) : new OfText(out);
    }

    /// Text for spreadsheets.
    final class OfText implements FactSheet {

        private final SpreadsheetCsv csv;

        OfText(OutputStream out) throws IOException {
            csv = new SpreadsheetCsv(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        }

        @Override
        public void row(List<String> cells) {
            csv.row(cells);
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /// A workbook of one sheet, written as it goes.
    final class OfWorkbook implements FactSheet {

        private static final int FLUSHED_AFTER = 1_000;

        private final Workbook workbook;
        private final Worksheet sheet;
        private int line;

        OfWorkbook(String title, OutputStream out) {
            workbook = new Workbook(out, "Mainstay", "1.0");
            sheet = workbook.newWorksheet(title);
            sheet.freezePane(1, 1);
        }

        @Override
        public void row(List<String> cells) throws IOException {
            for (int column = 0; column < cells.size(); column++) {
                sheet.inlineString(line, column, cells.get(column));
            }
            line++;
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
}
