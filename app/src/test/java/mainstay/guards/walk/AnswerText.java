package mainstay.guards.walk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.mock.web.MockHttpServletResponse;

/// What somebody reads in an answer: pages and files as text, workbooks and slides unpacked, PDF page by page.
final class AnswerText {

    private AnswerText() {}

    static String of(MockHttpServletResponse answer) throws IOException {
        byte[] bytes = answer.getContentAsByteArray();
        StringBuilder text = new StringBuilder();
        for (String header : List.of("Location", "Content-Disposition")) {
            text.append(answer.getHeaders(header)).append('\n');
        }
        if (startsWith(bytes, "PK")) {
            unpack(bytes, text);
        } else if (startsWith(bytes, "%PDF-")) {
            read(bytes, text);
        } else {
            text.append(new String(bytes, StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    private static boolean startsWith(byte[] bytes, String beginning) {
        return new String(bytes, 0, Math.min(bytes.length, beginning.length()), StandardCharsets.ISO_8859_1)
                .equals(beginning);
    }

    private static void unpack(byte[] bytes, StringBuilder text) throws IOException {
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        }
    }

    private static void read(byte[] bytes, StringBuilder text) throws IOException {
        try (PdfReader paper = new PdfReader(bytes)) {
            PdfTextExtractor extractor = new PdfTextExtractor(paper);
            for (int page = 1; page <= paper.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
        }
    }
}
