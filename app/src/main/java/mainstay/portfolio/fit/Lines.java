package mainstay.portfolio.fit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import mainstay.shared.Problem;

/// The cells of a file with one customer or one purchase a line, separated by commas, tabs, semicolons or blanks.
/// Quotation marks hold cells together, separators and line breaks in them included.
/// Only the first lines are kept; all of them are read anew, so that a file of any length is read in little
/// memory.
record Lines(PlainText text, char separator, List<Line> first) {

    private static final int KEPT = 200;
    private static final char BLANK = ' ';
    private static final int BUFFER = 1 << 24;

    /// @param number from 1, as an editor counts
    record Line(int number, List<String> cells) {}

    static Lines of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Problem.Invalid("fit.noFile", file.toString());
        }
        try {
            PlainText text = PlainText.of(file);
            char separator = separator(text);
            List<Line> first = new ArrayList<>();
            read(text, separator, line -> {
                first.add(line);
                return first.size() < KEPT;
            });
            if (first.isEmpty()) {
                throw new Problem.Invalid("fit.empty", file.toString());
            }
            return new Lines(text, separator, first);
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
            throw new Problem.Invalid("fit.unreadable", file.toString());
        }
    }

    /// Hands on the lines with something in them, the header among them or not.
    void forEach(boolean hasHeader, Consumer<Line> reader) {
        int header = hasHeader ? first.getFirst().number() : 0;
        try {
            read(text, separator, line -> {
                if (line.number() != header) {
                    reader.accept(line);
                }
                return true;
            });
        } catch (IOException | UncheckedIOException | CsvParseException unreadable) {
            throw new Problem.Invalid("fit.unreadable", text.file().toString());
        }
    }

    /// Whether quotation marks hold separators or line breaks together in it.
    boolean isHeldTogether(Line line) {
        return separator != BLANK
                && line.cells().stream().anyMatch(cell -> cell.indexOf(separator) >= 0 || cell.indexOf('\n') >= 0);
    }

    /// Reads on while the reader asks for more.
    private static void read(PlainText text, char separator, Predicate<Line> reader) throws IOException {
        if (separator == BLANK) {
            readBlanks(text, reader);
        } else {
            readCells(text, separator, reader);
        }
    }

    private static void readBlanks(PlainText text, Predicate<Line> reader) throws IOException {
        try (BufferedReader lines = text.open()) {
            int number = 0;
            for (String raw = lines.readLine(); raw != null; raw = lines.readLine()) {
                number++;
                if (!raw.isBlank()
                        && !reader.test(new Line(number, List.of(raw.strip().split("\\s+", -1))))) {
                    return;
                }
            }
        }
    }

    private static void readCells(PlainText text, char separator, Predicate<Line> reader) throws IOException {
        try (CsvReader<CsvRecord> csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(BUFFER)
                .ofCsvRecord(text.open())) {
            for (CsvRecord row : csv) {
                List<String> cells = row.getFields().stream().map(String::strip).toList();
                boolean blank = cells.size() == 1 && cells.getFirst().isEmpty();
                if (!blank && !reader.test(new Line(Math.toIntExact(row.getStartingLineNumber()), cells))) {
                    return;
                }
            }
        }
    }

    /// What stands in the first line outside of quotation marks.
    private static char separator(PlainText text) throws IOException {
        try (BufferedReader lines = text.open()) {
            String top =
                    lines.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
            String bare = top.strip().replaceAll("\"[^\"]*\"", "");
            for (char candidate : new char[] {'\t', ',', ';'}) {
                if (bare.indexOf(candidate) >= 0) {
                    return candidate;
                }
            }
            return top.indexOf('"') >= 0 ? ',' : BLANK;
        }
    }
}
