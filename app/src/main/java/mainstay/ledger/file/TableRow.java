package mainstay.ledger.file;

import java.util.List;

/// One row of a table as text.
///
/// @param line where it begins in the file, counted from 1
record TableRow(long line, List<String> fields) {

    boolean isBlank() {
        for (String field : fields) {
            if (!field.isBlank()) {
                return false;
            }
        }
        return true;
    }
}
