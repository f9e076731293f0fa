package mainstay.ledger.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.ledger.file.Workbook.SheetPart;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/// One sheet of a spreadsheet file. Titles above the headers are passed over; hidden sheets are not read.
///
/// @param headerLine the line of the headers, counted from 1
record SheetTable(SourceFile file, SheetPart sheet, int headerLine, List<String> headers, List<TableRow> sample)
        implements Table {

    private static final int TITLES = 20;
    private static final int CELLS_SAMPLED = 1 << 20;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, true);

    static SheetTable look(SourceFile file, Workbook workbook, Reading wish) throws FileRefused {
        SheetPart sheet = chosen(workbook, wish.sheet());
        List<TableRow> first = new ArrayList<>();
        try (SheetRows rows = new SheetRows(file, sheet, 0)) {
            long cells = 0;
            for (TableRow row = rows.next(); row != null; row = rows.next()) {
                first.add(row);
                cells += row.fields().size();
                if (first.size() == SAMPLED + TITLES || cells > CELLS_SAMPLED) {
                    break;
                }
            }
        }
        int header = header(first);
        List<String> headers = headers(first.get(header));
        int line = Math.toIntExact(first.get(header).line());
        refuseMerged(sheet, line);
        List<TableRow> sample = first.subList(header + 1, Math.min(first.size(), header + 1 + SAMPLED)).stream()
                .map(row -> fitted(row, headers.size()))
                .toList();
        return new SheetTable(file, sheet, line, headers, sample);
    }

    @Override
    public Reading reading() {
        return new Reading(null, null, sheet.name());
    }

    /// The bytes of the file and the sheet: another sheet of the same file is another table.
    @Override
    public String fingerprint() {
        return file.sha256() + "/" + sheet.name();
    }

    @Override
    public TableRows rows() throws FileRefused {
        SheetRows rows = new SheetRows(file, sheet, headerLine);
        return new TableRows() {
            @Override
            public @Nullable TableRow next() throws FileRefused {
                TableRow row = rows.next();
                return row == null ? null : fitted(row, headers.size());
            }

            @Override
            public long bytesRead() {
                return rows.bytesRead();
            }

            @Override
            public void close() {
                rows.close();
            }
        };
    }

    private static SheetPart chosen(Workbook workbook, @Nullable String wished) throws FileRefused {
        if (wished != null) {
            return named(workbook, wished);
        }
        List<SheetPart> filled = workbook.filled();
        if (filled.isEmpty()) {
            throw new FileRefused(RowProblem.ofFile(Reason.FILE_EMPTY));
        }
        if (filled.size() > 1) {
            throw new FileRefused(RowProblem.ofFile(Reason.SEVERAL_SHEETS, names(filled)));
        }
        return filled.getFirst();
    }

    private static SheetPart named(Workbook workbook, String wished) throws FileRefused {
        return workbook.sheets().stream()
                .filter(sheet -> sheet.name().strip().equalsIgnoreCase(wished.strip()))
                .findFirst()
                .orElseThrow(() ->
                        new FileRefused(RowProblem.ofFile(Reason.NO_SUCH_SHEET, wished, names(workbook.sheets()))));
    }

    private static String names(List<SheetPart> sheets) {
        return sheets.stream().map(SheetPart::name).collect(Collectors.joining(", "));
    }

    /// The first of the top rows that fills at least half as many columns as the widest of them, two at least.
    private static int header(List<TableRow> rows) throws FileRefused {
        List<TableRow> top = rows.subList(0, Math.min(rows.size(), TITLES));
        long widest = top.stream().mapToLong(SheetTable::filled).max().orElse(0);
        for (int i = 0; i < top.size(); i++) {
            long filled = filled(top.get(i));
            if (filled * 2 > widest && (filled > 1 || widest == 1)) {
                return i;
            }
        }
        throw new FileRefused(RowProblem.ofFile(Reason.FILE_EMPTY));
    }

    private static long filled(TableRow row) {
        return row.fields().stream().filter(field -> !field.isBlank()).count();
    }

    private static List<String> headers(TableRow row) {
        List<String> headers =
                new ArrayList<>(row.fields().stream().map(String::strip).toList());
        while (!headers.isEmpty() && headers.getLast().isEmpty()) {
            headers.removeLast();
        }
        return List.copyOf(headers);
    }

    /// A merged area has one value for several rows: which row it belongs to, nobody can know.
    private static void refuseMerged(SheetPart sheet, int headerLine) throws FileRefused {
        List<String> below = sheet.merged().stream()
                .filter(area -> lastRow(area) > headerLine)
                .sorted(Comparator.comparingInt(SheetTable::lastRow))
                .toList();
        if (!below.isEmpty()) {
            throw new FileRefused(RowProblem.ofFile(Reason.MERGED_CELLS, sheet.name(), below.getFirst(), below.size()));
        }
    }

    private static int lastRow(String area) {
        String digits = area.substring(area.indexOf(':') + 1).replaceAll("[^0-9]", "");
        return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    /// A sheet leaves empty cells at the end of a row out.
    private static TableRow fitted(TableRow row, int width) {
        List<String> fields = row.fields();
        int used = fields.size();
        while (used > width && fields.get(used - 1).isBlank()) {
            used--;
        }
        if (used == fields.size() && used >= width) {
            return row;
        }
        List<String> all = new ArrayList<>(fields.subList(0, used));
        while (all.size() < width) {
            all.add("");
        }
        return new TableRow(row.line(), all, row.faults());
    }

    /// The filled rows of a sheet below a line.
    private static final class SheetRows implements TableRows {

        private final SourceFile file;
        private final SheetPart part;
        private final int above;
        private final ReadableWorkbook workbook;
        private final CellText texts;
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private long seen;

        SheetRows(SourceFile file, SheetPart part, int above) throws FileRefused {
            this.file = file;
            this.part = part;
            this.above = above;
            try {
                this.workbook = new ReadableWorkbook(file.path().toFile(), WITH_FORMATS);
                this.texts = new CellText(workbook.isDate1904(), part.open());
                this.stream = workbook.findSheet(part.name()).orElseThrow().openStream();
                this.rows = stream.iterator();
            } catch (IOException | RuntimeException e) {
                throw Workbook.broken(file.path(), e);
            }
        }

        @Override
        public @Nullable TableRow next() throws FileRefused {
            try {
                while (rows.hasNext()) {
                    Row row = rows.next();
                    seen++;
                    if (row.getRowNum() > above) {
                        TableRow found = text(row);
                        if (!found.isBlank()) {
                            return found;
                        }
                    }
                }
                return null;
            } catch (RuntimeException e) {
                throw Workbook.broken(file.path(), e);
            }
        }

        private TableRow text(Row row) {
            List<String> fields = new ArrayList<>(row.getCellCount());
            Map<Integer, Reason> faults = Map.of();
            for (int i = 0; i < row.getCellCount(); i++) {
                Cell cell = row.getCell(i);
                fields.add(texts.of(cell));
                Reason fault = texts.fault(cell);
                if (fault != null) {
                    faults = faults.isEmpty() ? new HashMap<>() : faults;
                    faults.put(i, fault);
                }
            }
            return new TableRow(row.getRowNum(), fields, faults);
        }

        @Override
        public long bytesRead() {
            return part.rows() == 0 ? file.bytes() : file.bytes() * Math.min(seen, part.rows()) / part.rows();
        }

        @Override
        public void close() {
            stream.close();
            try {
                workbook.close();
            } catch (IOException ignored) {
                // it was only read
            }
        }
    }
}
