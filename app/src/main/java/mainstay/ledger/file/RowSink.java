package mainstay.ledger.file;

/// Takes the fields of rows one after the other, in the order of the staging columns: first the line of the file, then
/// whether the row is bad, then the fields.
public interface RowSink {

    void startRow(long line);

    /// Forgets the row begun last.
    void dropRow();

    void endRow();

    void nothing();

    void number(long value);

    void flag(boolean value);

    void day(int epochDay);

    void text(String value);
}
