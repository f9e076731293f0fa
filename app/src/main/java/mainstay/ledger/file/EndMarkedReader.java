package mainstay.ledger.file;

import java.io.IOException;
import java.io.Reader;
import java.util.UUID;

/// Puts a line of its own behind the end of a text. Where that line comes back as the end of a field, the field was
/// never closed: what follows an open quotation mark belongs to it, to the end of the file.
final class EndMarkedReader extends Reader {

    private final Reader text;
    private final String mark = "\uFDD0" + UUID.randomUUID();
    private int told = -1;

    EndMarkedReader(Reader text) {
        this.text = text;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int read = told < 0 ? text.read(buffer, offset, length) : -1;
        if (read >= 0) {
            return read;
        }
        String end = '\n' + mark;
        told = Math.max(told, 0);
        int more = Math.min(length, end.length() - told);
        end.getChars(told, told + more, buffer, offset);
        told += more;
        return more == 0 ? -1 : more;
    }

    /// The row, or false where it is the mark alone.
    boolean isWithin(TableRow row) throws FileRefused {
        String last = row.fields().isEmpty() ? "" : row.fields().getLast();
        if (!last.endsWith(mark)) {
            return true;
        }
        if (row.fields().size() == 1 && last.equals(mark)) {
            return false;
        }
        long line = row.line() + breaks(row);
        throw new FileRefused(RowProblem.of(line, null, Reason.QUOTE_NEVER_CLOSED, null, String.valueOf(line)));
    }

    /// Lines of the row before the field that was not closed.
    private static long breaks(TableRow row) {
        return row.fields().subList(0, row.fields().size() - 1).stream()
                .mapToLong(field -> field.lines().count() - 1)
                .filter(lines -> lines > 0)
                .sum();
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
