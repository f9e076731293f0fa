package mainstay.portfolio.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import mainstay.shared.Problem;

/// The cells of a file with one customer or one purchase a line, separated by commas, tabs, semicolons or blanks.
/// Only the first lines are kept; all of them are read anew, so that a file of any length is read in little
/// memory.
record Lines(Path file, char separator, List<Line> first) {

    private static final int KEPT = 200;

    /// @param number from 1, as an editor counts
    record Line(int number, List<String> cells) {}

    static Lines of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Problem.Invalid("fit.noFile", file.toString());
        }
        List<Line> first = new ArrayList<>();
        char[] separator = new char[1];
        read(file, (number, raw) -> {
            separator[0] = first.isEmpty() ? separator(raw.strip()) : separator[0];
            first.add(new Line(number, cells(raw, separator[0])));
            return first.size() < KEPT;
        });
        if (first.isEmpty()) {
            throw new Problem.Invalid("fit.empty", file.toString());
        }
        return new Lines(file, separator[0], first);
    }

    /// Hands on the lines with something in them, the header among them or not.
    void forEach(boolean hasHeader, Consumer<Line> reader) {
        int header = hasHeader ? first.getFirst().number() : 0;
        read(file, (number, raw) -> {
            if (number != header) {
                reader.accept(new Line(number, cells(raw, separator)));
            }
            return true;
        });
    }

    private interface RawReader {
        /// @return whether to go on
        boolean read(int number, String raw);
    }

    private static void read(Path file, RawReader reader) {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String raw = text.readLine(); raw != null; raw = text.readLine()) {
                number++;
                String line = raw.replace("\uFEFF", "");
                if (!line.isBlank() && !reader.read(number, line)) {
                    return;
                }
            }
        } catch (IOException unreadable) {
            throw new Problem.Invalid("fit.unreadable", file.toString());
        }
    }

    private static char separator(String line) {
        for (char candidate : new char[] {'\t', ',', ';'}) {
            if (line.indexOf(candidate) >= 0) {
                return candidate;
            }
        }
        return ' ';
    }

    private static List<String> cells(String line, char separator) {
        if (separator == ' ') {
            return List.of(line.strip().split("\\s+", -1));
        }
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
