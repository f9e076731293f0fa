package mainstay.ledger.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The rows of a ledger file, one after the other, as text for the database or as problems.
public final class LedgerRows implements AutoCloseable {

    private final CsvTable table;
    private final Kind kind;
    private final int width;
    private final Lookup lookup;
    private final List<Map.Entry<Field, FieldReader>> readers;
    private final Row row;
    private final int whereColumn;
    private final Set<String> whereValues;
    private final CloseableIterator<CsvRecord> records;
    private final AtomicLong consumed = new AtomicLong();
    private final Mapping mapping;
    private List<RowProblem> problems = List.of();
    private @Nullable CsvRecord current;

    LedgerRows(CsvTable table, Profile profile, Lookup lookup, Mapping mapping) throws IOException, FileRefused {
        this.table = table;
        this.kind = mapping.kind();
        this.width = table.headers().size();
        this.lookup = lookup;
        this.mapping = mapping;
        this.readers = kind.staged().stream()
                .map(field -> Map.entry(field, mapping.reader(field)))
                .toList();
        this.row = new Row(mapping.columns(), table.remarks() > 0);
        Profile.Where where = profile.where();
        this.whereColumn = where == null ? -1 : ColumnNames.find(mapping.columns(), where.column());
        this.whereValues = where == null ? Set.of() : new HashSet<>(where.equals());
        this.records = table.rows(consumed);
    }

    /// Reads the next row into `out`; false at the end of the file.
    public boolean next(CopyText out) throws FileRefused {
        try {
            while (records.hasNext()) {
                CsvRecord csv = records.next();
                if (!blank(csv)) {
                    Optional<List<String>> beside = lookup.beside(csv);
                    row.with(csv, beside.orElse(List.of()));
                    if (whereColumn < 0 || whereValues.contains(row.get(whereColumn))) {
                        current = csv;
                        write(csv, beside.isPresent(), out);
                        return true;
                    }
                }
            }
            return false;
        } catch (CsvParseException e) {
            throw CsvTable.broken(e);
        } catch (UncheckedIOException e) {
            throw new FileRefused(List.of(RowProblem.ofFile(Reason.FILE_BROKEN)), e);
        }
    }

    /// What is wrong with the row read last; empty when it is good.
    public List<RowProblem> problems() {
        return problems;
    }

    public long line() {
        return row.line();
    }

    /// The fields of the row read last as they stand in the file.
    public List<String> fields() {
        return current == null ? List.of() : LedgerFile.ownFields(table, current);
    }

    public long bytesRead() {
        return consumed.get();
    }

    @Override
    public void close() throws IOException {
        records.close();
    }

    private void write(CsvRecord csv, boolean matched, CopyText out) {
        List<RowProblem> found = shape(csv, matched);
        out.startRow(csv.getStartingLineNumber());
        out.flag(false);
        if (found.isEmpty()) {
            for (Map.Entry<Field, FieldReader> entry : readers) {
                found = read(entry.getKey(), entry.getValue(), out, found);
            }
        }
        problems = found;
        if (!found.isEmpty()) {
            out.dropRow();
            keepPlace(csv, out);
        }
        if (found.isEmpty() || kind == Kind.SALES) {
            out.endRow();
        }
    }

    /// A bad sales line keeps its number within its document, so that a corrected file finds the others as known.
    private void keepPlace(CsvRecord csv, CopyText out) {
        if (kind != Kind.SALES) {
            return;
        }
        out.startRow(csv.getStartingLineNumber());
        out.flag(true);
        for (Map.Entry<Field, FieldReader> entry : readers) {
            if (!entry.getKey().name().equals("document") || !read(entry.getValue(), out)) {
                out.nothing();
            }
        }
    }

    private boolean read(FieldReader reader, CopyText out) {
        if (!(reader instanceof FieldReader.Text)) {
            return false;
        }
        try {
            String value = row.get(reader.columns().getFirst());
            if (value.isEmpty()) {
                return false;
            }
            out.text(Texts.checked(value, FieldType.CODE));
            return true;
        } catch (FieldProblem e) {
            return false;
        }
    }

    private List<RowProblem> read(Field field, FieldReader reader, CopyText out, List<RowProblem> found) {
        try {
            boolean filled = reader.read(row, out);
            boolean needed = field.presence() == Field.Presence.NEEDED
                    || (kind == Kind.SALES && field.name().equals("line") && mapping.maps("line"));
            if (filled || !needed) {
                return found;
            }
            return added(found, RowProblem.of(row.line(), name(field, reader), Reason.MISSING, null, field.name()));
        } catch (FieldProblem e) {
            return added(found, e.in(row.line(), name(field, reader)));
        }
    }

    private static List<RowProblem> added(List<RowProblem> found, RowProblem problem) {
        List<RowProblem> all = new ArrayList<>(found);
        all.add(problem);
        return all;
    }

    /// The header where the field has one column, else the field.
    private String name(Field field, FieldReader reader) {
        List<Integer> columns = reader.columns();
        return columns.size() == 1 ? mapping.columns().names().get(columns.getFirst()) : field.name();
    }

    private List<RowProblem> shape(CsvRecord csv, boolean matched) {
        long line = csv.getStartingLineNumber();
        int count = csv.getFieldCount();
        for (int i = 0; i < count; i++) {
            String value = csv.getField(i);
            if (value.length() > CsvTable.LARGEST_FIELD) {
                return List.of(RowProblem.of(
                        line, i < width ? mapping.columns().names().get(i) : null, Reason.FIELD_TOO_LARGE, value));
            }
            if (i >= width && !value.isBlank()) {
                return List.of(RowProblem.of(line, null, Reason.WRONG_COLUMN_COUNT, null, count, width));
            }
        }
        if (count < width) {
            return List.of(RowProblem.of(line, null, Reason.WRONG_COLUMN_COUNT, null, count, width));
        }
        return matched
                ? List.of()
                : List.of(RowProblem.of(
                        line,
                        mapping.columns().names().get(lookup.keyColumn()),
                        Reason.NO_MATCH_IN_LOOKUP,
                        row.get(lookup.keyColumn())));
    }

    private static boolean blank(CsvRecord csv) {
        for (int i = 0; i < csv.getFieldCount(); i++) {
            if (!csv.getField(i).isBlank()) {
                return false;
            }
        }
        return true;
    }
}
