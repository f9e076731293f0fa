package mainstay.ledger.file;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A file of rows and columns: its separator, its headers and the first thousand rows.
public record CsvTable(SourceFile file, char separator, List<String> headers, List<CsvRecord> sample) {

    /// What stands before the columns of a file of bad rows.
    public static final List<String> REMARKS = List.of("problem line", "problem");

    /// Follows the remarks where lines are numbered in the order of the file: bad rows alone would be counted anew.
    public static final String PLACE = "line in document";

    static final int LARGEST_FIELD = 1 << 20;
    private static final int SAMPLED = 1_000;
    private static final int LOOKED_AT = 1 << 16;
    private static final int BUFFER = 1 << 24;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};

    public static CsvTable look(SourceFile file, @Nullable String separator) throws FileRefused {
        try {
            char found = separator == null || separator.isEmpty() ? separator(file) : separator.charAt(0);
            return first(file, found);
        } catch (IOException | UncheckedIOException e) {
            throw SourceFile.unreadable(file.path(), e);
        } catch (CsvParseException e) {
            throw broken(e);
        }
    }

    /// How many columns at the left tell what was wrong: in a file of bad rows that comes back corrected.
    int remarks() {
        if (headers.size() <= REMARKS.size()
                || !headers.subList(0, REMARKS.size()).equals(REMARKS)) {
            return 0;
        }
        return headers.get(REMARKS.size()).equals(PLACE) ? REMARKS.size() + 1 : REMARKS.size();
    }

    /// The column with the line numbers within the document, where the rows had none of their own.
    OptionalInt place() {
        return remarks() > REMARKS.size() ? OptionalInt.of(REMARKS.size()) : OptionalInt.empty();
    }

    /// The headers without those of remarks.
    List<String> ownHeaders() {
        return headers.subList(remarks(), headers.size());
    }

    static FileRefused broken(CsvParseException e) {
        return new FileRefused(List.of(RowProblem.ofFile(Reason.FILE_BROKEN)), e);
    }

    /// All rows below the headers.
    CloseableIterator<CsvRecord> rows(AtomicLong consumed) throws IOException {
        CloseableIterator<CsvRecord> rows =
                reader(file.open(consumed), separator).iterator();
        if (rows.hasNext()) {
            rows.next();
        }
        return rows;
    }

    private static CsvTable first(SourceFile file, char separator) throws IOException, FileRefused {
        List<CsvRecord> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = reader(file.open(), separator)) {
            for (CsvRecord row : csv) {
                rows.add(row);
                if (rows.size() > SAMPLED) {
                    break;
                }
            }
        }
        if (rows.isEmpty() || rows.getFirst().getFields().stream().allMatch(String::isBlank)) {
            throw new FileRefused(RowProblem.ofFile(Reason.FILE_EMPTY));
        }
        List<String> headers = rows.getFirst().getFields().stream()
                .map(header -> header.replace("\uFEFF", "").strip())
                .toList();
        return new CsvTable(file, separator, headers, List.copyOf(rows.subList(1, rows.size())));
    }

    private static CsvReader<CsvRecord> reader(Reader text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(BUFFER)
                .build(
                        CsvRecordHandler.builder()
                                .maxFieldSize(BUFFER)
                                .maxRecordSize(4 * BUFFER)
                                .build(),
                        text);
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
        try (CsvReader<CsvRecord> csv = reader(new StringReader(text), separator)) {
            for (CsvRecord row : csv) {
                columns = rows++ == 0 ? row.getFieldCount() : columns;
                even += row.getFieldCount() == columns ? 1 : 0;
            }
        } catch (CsvParseException | UncheckedIOException | IOException e) {
            return 0;
        }
        return columns < 2 ? 0 : (double) even / rows * (1 + Math.log(columns));
    }
}
