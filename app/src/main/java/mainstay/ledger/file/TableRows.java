package mainstay.ledger.file;

import org.jspecify.annotations.Nullable;

/// The rows below the headers, one after the other.
interface TableRows extends AutoCloseable {

    /// The next row, or null at the end.
    @Nullable
    TableRow next() throws FileRefused;

    /// How many bytes of the file on disk have been used so far.
    long bytesRead();

    @Override
    void close();
}
