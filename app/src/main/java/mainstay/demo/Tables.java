package mainstay.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/// Opens the comma-separated files of the samples, compressed or not.
final class Tables {

    private static final int BUFFER = 1 << 16;

    private Tables() {}

    static CsvReader<NamedCsvRecord> named(Path file) throws IOException {
        return CsvReader.builder().ofNamedCsvRecord(text(file));
    }

    static Reader text(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return new InputStreamReader(
                file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, BUFFER) : bytes, StandardCharsets.UTF_8);
    }
}
