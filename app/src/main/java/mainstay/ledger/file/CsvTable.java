package mainstay.ledger.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A text file of rows and columns: its separator, its headers and the first thousand rows.
public record CsvTable(SourceFile file, char separator, List<String> headers, List<TableRow> sample) implements Table {

    static final int LARGEST_FIELD = 1 << 20;
    private static final int LOOKED_AT = 1 << 16;
    private static final int BUFFER = 1 << 24;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    static CsvTable look(SourceFile found, Reading wish) throws FileRefused {
        SourceFile file = found.in(wish.charset());
        try {
            Character separator = wish.separator();
            return first(file, separator == null ? separator(file) : separator);
        } catch (IOException | UncheckedIOException e) {
            throw SourceFile.unreadable(file.path(), e);
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    @Override
    public Reading reading() {
        return new Reading(file.charset(), separator, null);
    }

    @Override
    public String fingerprint() {
        return file.sha256();
    }

    @Override
    public TableRows rows() throws FileRefused {
        AtomicLong consumed = new AtomicLong();
        try {
            EndMarkedReader text = new EndMarkedReader(file.open(consumed));
            CsvRows all = new CsvRows(reader(text, separator).iterator(), text, consumed);
            all.next();
            return all;
        } catch (IOException e) {
            throw SourceFile.unreadable(file.path(), e);
        }
    }

    private static FileRefused broken(RuntimeException e) {
        return new FileRefused(List.of(RowProblem.ofFile(Reason.FILE_BROKEN)), e);
    }

    private static CsvTable first(SourceFile file, char separator) throws IOException, FileRefused {
        List<TableRow> rows = new ArrayList<>();
        EndMarkedReader text = new EndMarkedReader(file.open());
        try (CsvReader<TableRow> csv = reader(text, separator)) {
            for (TableRow row : csv) {
                if (!text.isWithin(row) || rows.size() > SAMPLED) {
                    break;
                }
                rows.add(row);
            }
        }
        if (rows.isEmpty() || rows.getFirst().isBlank()) {
            throw new FileRefused(RowProblem.ofFile(Reason.FILE_EMPTY));
        }
        List<String> headers = rows.getFirst().fields().stream()
                .map(header -> header.replace("\uFEFF", "").strip())
                .toList();
        return new CsvTable(file, separator, headers, List.copyOf(rows.subList(1, rows.size())));
    }

    private static CsvReader<TableRow> reader(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(BUFFER)
                .build(new RowHandler(), text);
    }

    /// The separator that splits the first rows into the most columns of even number.
    private static char separator(SourceFile file) throws IOException {
        char[] start = new char[LOOKED_AT];
        int length;
        try (Reader text = file.open()) {
            length = text.read(start);
        }
        String looked = length <= 0 ? "" : new String(start, 0, length);
        char best = SEPARATORS[0];
        double bestScore = 0;
        for (char separator : SEPARATORS) {
            double score = score(looked, separator);
            if (score > bestScore) {
                best = separator;
                bestScore = score;
            }
        }
        return best;
    }

    private static double score(String text, char separator) {
        int columns = 0;
        int rows = 0;
        int even = 0;
        try (CsvReader<TableRow> csv = reader(new StringReader(text), separator)) {
            for (TableRow row : csv) {
                int count = row.fields().size();
                columns = rows++ == 0 ? count : columns;
                even += count == columns ? 1 : 0;
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            return 0;
        }
        return columns < 2 ? 0 : (double) even / rows * (1 + Math.log(columns));
    }

    private record CsvRows(CloseableIterator<TableRow> rows, EndMarkedReader text, AtomicLong consumed)
            implements TableRows {

        @Override
        public @Nullable TableRow next() throws FileRefused {
            try {
                TableRow row = rows.hasNext() ? rows.next() : null;
                return row == null || text.isWithin(row) ? row : null;
            } catch (CsvParseException | UncheckedIOException e) {
                throw broken(e);
            }
        }

        @Override
        public long bytesRead() {
            return consumed.get();
        }

        @Override
        public void close() {
            try {
                rows.close();
            } catch (IOException ignored) {
                // it was only read
            }
        }
    }
}
