package mainstay.ledger.file;

import java.util.List;
import java.util.OptionalInt;

/// Finds the column that a map or a profile names.
final class ColumnNames {

    private ColumnNames() {}

    static int find(Columns columns, String name) throws FileRefused {
        OptionalInt exact = columns.exact(name.strip());
        if (exact.isPresent()) {
            return exact.getAsInt();
        }
        List<Integer> alike = columns.alike(name);
        if (alike.size() == 1) {
            return alike.getFirst();
        }
        Reason reason = alike.isEmpty() ? Reason.NO_SUCH_COLUMN : Reason.DUPLICATE_HEADER;
        throw new FileRefused(RowProblem.of(1, name, reason, null, name));
    }
}
