package mainstay.shared.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import mainstay.shared.SpreadsheetCsv;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/// A table as a file for spreadsheets.
public final class CsvAnswer {

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
        try (SpreadsheetCsv csv = new SpreadsheetCsv(response.getWriter())) {
            csv.row(header);
            rows.forEach(csv::row);
        }
    }
}
