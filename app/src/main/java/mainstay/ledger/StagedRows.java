package mainstay.ledger;

import java.sql.SQLException;
import mainstay.ledger.file.RowSink;

/// The rows of one file on their way to where they wait for publication.
interface StagedRows extends AutoCloseable {

    /// Where the next row is written.
    RowSink sink();

    /// Takes over what was written, which is nothing for most bad rows.
    ///
    /// @return whether rows went to the database just now
    boolean take() throws SQLException;

    /// There are no more rows.
    void finish() throws SQLException;

    /// Gives up what is not finished.
    @Override
    void close() throws SQLException;
}
