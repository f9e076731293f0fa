package mainstay.ledger;

import java.sql.SQLException;
import mainstay.ledger.file.CopyText;
import mainstay.ledger.file.RowSink;
import org.postgresql.copy.CopyIn;

/// Rows that wait as the file has them.
final class PlainRows implements StagedRows {

    private static final int BLOCK = 1 << 16;

    private final CopyText text = new CopyText();
    private final CopyIn copy;

    PlainRows(CopyIn copy) {
        this.copy = copy;
    }

    @Override
    public RowSink sink() {
        return text;
    }

    @Override
    public boolean take() throws SQLException {
        if (text.length() <= BLOCK) {
            return false;
        }
        send();
        return true;
    }

    @Override
    public void finish() throws SQLException {
        send();
        copy.endCopy();
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = text.drain();
        copy.writeToCopy(bytes, 0, bytes.length);
    }
}
