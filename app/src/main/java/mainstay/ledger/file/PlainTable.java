package mainstay.ledger.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of a file as texts under its headers, for those who know its columns themselves. It is read with
/// the same care as ledger files.
public final class PlainTable {

    private final Table table;

    private PlainTable(Table table) {
        this.table = table;
    }

    /// A row.
    ///
    /// @param line   counted from 1
    /// @param fields one for each header
    /// @param fault  why it cannot be taken as it is; null where it can
    public record PlainRow(
            long line, List<String> fields, @Nullable RowProblem fault) {}

    public static PlainTable look(Path path, FileLimits limits) throws FileRefused {
        return new PlainTable(Table.look(SourceFile.look(path, limits), Reading.GUESSED));
    }

    /// Those that came with bad rows to say what was wrong are left out.
    public List<String> headers() {
        return table.ownHeaders();
    }

    /// @param most how many are read; one more tells that there are too many
    public List<PlainRow> rows(int most) throws FileRefused {
        List<PlainRow> found = new ArrayList<>();
        try (TableRows rows = table.rows()) {
            for (TableRow row = rows.next(); row != null && found.size() <= most; row = rows.next()) {
                if (!row.isBlank()) {
                    found.add(plain(row));
                }
            }
        }
        return found;
    }

    private PlainRow plain(TableRow row) {
        int width = headers().size();
        List<String> own = table.ownFields(row);
        boolean runsOver = own.stream().skip(width).anyMatch(field -> !field.isBlank());
        List<String> fields = new ArrayList<>(own.subList(0, Math.min(width, own.size())));
        while (fields.size() < width) {
            fields.add("");
        }
        RowProblem fault = runsOver
                ? RowProblem.of(row.line(), null, Reason.WRONG_COLUMN_COUNT, null, own.size(), width)
                : fault(row).orElse(null);
        return new PlainRow(row.line(), List.copyOf(fields), fault);
    }

    private Optional<RowProblem> fault(TableRow row) {
        return row.faults().entrySet().stream()
                .filter(fault -> fault.getKey() >= table.remarks()
                        && fault.getKey() < table.headers().size())
                .findFirst()
                .map(fault -> RowProblem.of(
                        row.line(),
                        table.headers().get(fault.getKey()),
                        fault.getValue(),
                        row.fields().get(fault.getKey())));
    }
}
