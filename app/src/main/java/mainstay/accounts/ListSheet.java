package mainstay.accounts;

import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import mainstay.accounts.AccountColumn.Form;

/// A file that takes a list row by row, cell by cell.
interface ListSheet extends Closeable {

    void text(String text);

    /// @param form how people read the number; the number itself stays exact
    void number(BigDecimal number, Form form);

    void day(LocalDate day);

    void unknown();

    void endRow() throws IOException;
}
