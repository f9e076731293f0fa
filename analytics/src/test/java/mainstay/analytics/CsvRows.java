package mainstay.analytics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// Rows of a comma-separated file with a header, plain or gzipped, fields quoted where needed.
public final class CsvRows {

    public record Row(Map<String, Integer> columns, List<String> fields) {

        public String get(String column) {
            var index = columns.get(column);
            if (index == null) {
                throw new IllegalArgumentException("no column " + column + " among " + columns.keySet());
            }
            return fields.get(index);
        }
    }

    private CsvRows() {}

    public static void forEach(Path file, Consumer<Row> reader) {
        try (var bytes = Files.newInputStream(file);
                var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                var text = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            var columns = new HashMap<String, Integer>();
            for (var name : row(text)) {
                columns.put(name.replace("\uFEFF", ""), columns.size());
            }
            for (var fields = row(text); !fields.isEmpty(); fields = row(text)) {
                reader.accept(new Row(columns, fields));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> row(BufferedReader text) throws IOException {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        var quoted = false;
        for (var line = text.readLine(); line != null; line = text.readLine()) {
            for (var i = 0; i < line.length(); i++) {
                var c = line.charAt(i);
                if (c == '"') {
                    if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                        field.append(c);
                        i++;
                    } else {
                        quoted = !quoted;
                    }
                } else if (c == ',' && !quoted) {
                    fields.add(field.toString());
                    field.setLength(0);
                } else {
                    field.append(c);
                }
            }
            if (!quoted) {
                fields.add(field.toString());
                return fields;
            }
            field.append('\n');
        }
        return fields;
    }
}
