package mainstay.ledger.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.Arrays;

/// Builds rows straight from the parser's buffer.
final class RowHandler extends AbstractBaseCsvCallbackHandler<TableRow> {

    private static final int MOST_FIELDS = 1 << 14;
    private static final int LARGEST_ROW = 1 << 25;

    private String[] fields = new String[32];
    private int count;
    private long size;

    @Override
    protected void handleBegin(long startingLineNumber) {
        count = 0;
        size = 0;
    }

    @Override
    protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
        size += len;
        if (count == MOST_FIELDS || size > LARGEST_ROW) {
            throw new CsvParseException("row at line " + getStartingLineNumber() + " is too large");
        }
        if (count == fields.length) {
            fields = Arrays.copyOf(fields, 2 * count);
        }
        fields[count++] = len == 0 ? "" : new String(buf, offset, len);
    }

    @Override
    protected TableRow buildRecord() {
        return new TableRow(getStartingLineNumber(), Arrays.asList(Arrays.copyOf(fields, count)));
    }
}
