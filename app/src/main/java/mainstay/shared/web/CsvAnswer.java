package mainstay.shared.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import mainstay.shared.SpreadsheetText;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// A table as a file that spreadsheets open as it is meant: in UTF-8, and with nothing in it that they would run.
public final class CsvAnswer {

    private static final char MARK = '\uFEFF';

    private CsvAnswer() {}

    public static void write(
            HttpServletResponse response, String fileName, List<String> header, Stream<List<String>> rows)
            throws IOException {
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(fileName, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        Writer out = response.getWriter();
        out.write(MARK);
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(disarmed(header));
            rows.forEach(row -> csv.writeRecord(disarmed(row)));
        }
    }

    private static List<String> disarmed(List<String> cells) {
        return cells.stream().map(SpreadsheetText::harmless).toList();
    }
}
