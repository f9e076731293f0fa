package mainstay.ledger.file;

import java.util.List;
import java.util.Map;

/// One row of a table as text.
///
/// @param line   where it begins in the file, counted from 1
/// @param faults columns whose text is no value, with what is wrong
record TableRow(long line, List<String> fields, Map<Integer, Reason> faults) {

    TableRow(long line, List<String> fields) {
        this(line, fields, Map.of());
    }

    boolean isBlank() {
        for (int i = 0; i < fields.size(); i++) {
            if (!fields.get(i).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
