package mainstay.ledger.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of a ledger file, one after the other, as text for the database or as problems.
public final class LedgerRows implements AutoCloseable {

    private static final Set<String> DOCUMENT = Set.of("document");
    private static final Set<String> DAY_AND_CUSTOMER = Set.of("date", "customer");

    private final Table table;
    private final Kind kind;
    private final int width;
    private final Lookup lookup;
    private final List<Map.Entry<Field, FieldReader>> readers;
    private final Set<Field> needed;
    private final Row row;
    private final int whereColumn;
    private final Set<String> whereValues;
    private final TableRows rows;
    private final Mapping mapping;
    private final List<RowCheck> checks;
    private final CopyText scratch = new CopyText();
    private List<RowProblem> problems = List.of();
    private @Nullable TableRow current;

    LedgerRows(Table table, Profile profile, Lookup lookup, Mapping mapping) throws FileRefused {
        this.table = table;
        this.kind = mapping.kind();
        this.width = table.headers().size();
        this.lookup = lookup;
        this.mapping = mapping;
        this.readers = kind.staged().stream()
                .map(field -> Map.entry(field, mapping.reader(field)))
                .toList();
        this.needed = needed(mapping);
        this.checks = RowCheck.of(mapping);
        this.row = new Row(mapping.columns(), table.remarks() > 0);
        Profile.Where where = profile.where();
        this.whereColumn = where == null ? -1 : ColumnNames.find(mapping.columns(), where.column());
        this.whereValues = where == null ? Set.of() : new HashSet<>(where.equals());
        this.rows = new AheadRows(table.rows());
    }

    /// Reads the next row into `out`; false at the end of the file.
    public boolean next(RowSink out) throws FileRefused {
        for (TableRow read = rows.next(); read != null; read = rows.next()) {
            if (!read.isBlank()) {
                Optional<List<String>> beside = lookup.beside(read);
                row.with(read, beside.orElse(List.of()));
                if (whereColumn < 0 || whereValues.contains(row.get(whereColumn))) {
                    current = read;
                    write(read, beside.isPresent(), out);
                    return true;
                }
            }
        }
        return false;
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
        return current == null ? List.of() : table.ownFields(current);
    }

    public long bytesRead() {
        return rows.bytesRead();
    }

    @Override
    public void close() {
        rows.close();
    }

    private void write(TableRow read, boolean matched, RowSink out) {
        List<RowProblem> found = shape(read, matched);
        out.startRow(read.line());
        out.flag(false);
        if (found.isEmpty()) {
            for (Map.Entry<Field, FieldReader> entry : readers) {
                found = read(read, entry.getKey(), entry.getValue(), out, found);
            }
        }
        if (found.isEmpty()) {
            found = contradictions();
        }
        problems = found;
        if (!found.isEmpty()) {
            out.dropRow();
            keepPlace(read, out);
        }
        if (found.isEmpty() || kind == Kind.SALES) {
            out.endRow();
        }
    }

    private List<RowProblem> contradictions() {
        for (RowCheck check : checks) {
            RowProblem problem = check.problem(row);
            if (problem != null) {
                return List.of(problem);
            }
        }
        return List.of();
    }

    /// A bad sales line keeps its number within its document, so that a corrected file finds the others as known. Where
    /// files have no documents, day and customer make one.
    private void keepPlace(TableRow read, RowSink out) {
        if (kind != Kind.SALES) {
            return;
        }
        Set<String> kept = mapping.maps("document") ? DOCUMENT : tellsDay() ? DAY_AND_CUSTOMER : Set.of();
        out.startRow(read.line());
        out.flag(true);
        for (Map.Entry<Field, FieldReader> entry : readers) {
            if (!kept.contains(entry.getKey().name()) || !isReadable(entry.getValue())) {
                out.nothing();
            } else {
                keep(entry.getValue(), out);
            }
        }
    }

    private boolean tellsDay() {
        return readers.stream()
                .filter(entry -> DAY_AND_CUSTOMER.contains(entry.getKey().name()))
                .allMatch(entry -> isReadable(entry.getValue()));
    }

    private boolean isReadable(FieldReader reader) {
        scratch.startRow(0);
        try {
            reader.read(row, scratch);
            return true;
        } catch (FieldProblem e) {
            return false;
        } finally {
            scratch.dropRow();
        }
    }

    private void keep(FieldReader reader, RowSink out) {
        try {
            reader.read(row, out);
        } catch (FieldProblem e) {
            throw new IllegalStateException("what was readable is not any more", e);
        }
    }

    private List<RowProblem> read(TableRow read, Field field, FieldReader reader, RowSink out, List<RowProblem> found) {
        try {
            if (!read.faults().isEmpty()) {
                refuseFaults(read, reader);
            }
            boolean filled = reader.read(row, out);
            if (filled || !needed.contains(field)) {
                return found;
            }
            return added(found, RowProblem.of(row.line(), name(field, reader), Reason.MISSING, null, field.name()));
        } catch (FieldProblem e) {
            return added(found, e.in(row.line(), name(field, reader)));
        }
    }

    private static Set<Field> needed(Mapping mapping) {
        boolean numbered = mapping.kind() == Kind.SALES && mapping.maps("line");
        return mapping.kind().fields().stream()
                .filter(field -> field.presence() == Field.Presence.NEEDED
                        || (numbered && field.name().equals("line")))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void refuseFaults(TableRow read, FieldReader reader) throws FieldProblem {
        for (int column : reader.columns()) {
            Reason fault = read.faults().get(column);
            if (fault != null) {
                throw new FieldProblem(fault, read.fields().get(column));
            }
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

    private List<RowProblem> shape(TableRow read, boolean matched) {
        long line = read.line();
        List<String> fields = read.fields();
        int count = fields.size();
        for (int i = 0; i < count; i++) {
            String value = fields.get(i);
            if (value.length() > CsvTable.LARGEST_FIELD) {
                return List.of(RowProblem.of(
                        line, i < width ? mapping.columns().names().get(i) : null, Reason.FIELD_TOO_LARGE, value));
            }
            if (i >= width && !value.isBlank()) {
                return List.of(RowProblem.of(line, null, Reason.WRONG_COLUMN_COUNT, null, count, width));
            }
        }
        if (count < width) {
            return List.of(tooShort(read));
        }
        return matched
                ? List.of()
                : List.of(RowProblem.of(
                        line,
                        mapping.columns().names().get(lookup.keyColumn()),
                        Reason.NO_MATCH_IN_LOOKUP,
                        row.get(lookup.keyColumn())));
    }

    /// A row that goes on over several lines and lacks columns has most likely swallowed those behind it.
    private RowProblem tooShort(TableRow read) {
        boolean runsOn = read.fields().stream().anyMatch(field -> field.indexOf('\n') >= 0);
        Reason reason = runsOn ? Reason.QUOTE_OPEN : Reason.WRONG_COLUMN_COUNT;
        return RowProblem.of(read.line(), null, reason, null, read.fields().size(), width);
    }
}
