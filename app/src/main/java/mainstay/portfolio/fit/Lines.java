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
import java.util.zip.GZIPInputStream;
import mainstay.shared.Problem;

/// The cells of a file with one customer or one purchase a line, separated by commas, tabs, semicolons or blanks.
record Lines(List<Line> all) {

    /// @param number from 1, as an editor counts
    record Line(int number, List<String> cells) {}

    static Lines of(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Problem.Invalid("fit.noFile", file.toString());
        }
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            return read(text, file);
        } catch (IOException unreadable) {
            throw new Problem.Invalid("fit.unreadable", file.toString());
        }
    }

    private static Lines read(BufferedReader text, Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        char separator = 0;
        int number = 0;
        for (String raw = text.readLine(); raw != null; raw = text.readLine()) {
            String line = raw.replace("\uFEFF", "").strip();
            number++;
            if (line.isEmpty()) {
                continue;
            }
            separator = lines.isEmpty() ? separator(raw.strip()) : separator;
            lines.add(new Line(number, cells(separator == '\t' ? raw : line, separator)));
        }
        if (lines.isEmpty()) {
            throw new Problem.Invalid("fit.empty", file.toString());
        }
        return new Lines(lines);
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
            return List.of(line.split("\\s+", -1));
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
