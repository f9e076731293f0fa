package mainstay.dossier.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What kind a file is.
class RecognitionTests {

    @TempDir
    Path folder;

    private String of(byte[] content, String name) throws IOException {
        Path file = Files.write(Files.createTempFile(folder, "one", ".sent"), content);
        return switch (Recognition.of(file, name)) {
            case Recognition.Known known -> known.kind().code();
            case Recognition.Refused refused -> refused.reason().key();
        };
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] zip(String... entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write('x');
            }
        }
        return out.toByteArray();
    }

    @Test
    void the_content_tells_the_kind_and_not_the_name() throws IOException {
        assertThat(of(bytes("%PDF-1.7\n..."), "a.png")).isEqualTo("pdf");
        assertThat(of(bytes("\u0089PNG\r\n\u001a\n...."), "a.pdf")).isEqualTo("png");
        assertThat(of(bytes("\u00ff\u00d8\u00ff\u00e0...."), "a.txt")).isEqualTo("jpeg");
        assertThat(of(bytes("RIFF....WEBPVP8 "), "a.jpg")).isEqualTo("webp");
        assertThat(of(zip("[Content_Types].xml", "word/document.xml"), "a.zip")).isEqualTo("docx");
        assertThat(of(zip("[Content_Types].xml", "xl/workbook.xml"), "a.docx")).isEqualTo("xlsx");
        assertThat(of("代码,名称\n1,上海\n".getBytes(Charset.forName("GB18030")), "a.csv"))
                .isEqualTo("csv");
        assertThat(of("Grüße 你好 😀".getBytes(StandardCharsets.UTF_8), "a.html")).isEqualTo("txt");
    }

    @Test
    void everything_else_is_refused_whatever_it_is_called() throws IOException {
        assertThat(of(bytes("MZ\u0090\u0000\u0003"), "letter.pdf")).isEqualTo("document.wrong.kind");
        assertThat(of(bytes("\u007fELF\u0002\u0001"), "photo.png")).isEqualTo("document.wrong.kind");
        assertThat(of(bytes("RIFF....AVI LIST\u0000"), "a.webp")).isEqualTo("document.wrong.kind");
        assertThat(of(zip("evil.exe"), "a.docx")).isEqualTo("document.wrong.kind");
        assertThat(of(zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "a.docx"))
                .isEqualTo("document.wrong.macros");
        assertThat(of(bytes("PK\u0003\u0004 not an archive"), "a.xlsx")).isEqualTo("document.wrong.broken");
        assertThat(of("utf-16 你好".getBytes(StandardCharsets.UTF_16LE), "a.txt")).isEqualTo("document.wrong.kind");
        assertThat(of(bytes("caf\u00e9 \u0081\u00ff\u00ff"), "a.txt")).isEqualTo("document.wrong.kind");
        assertThat(of(bytes("\u00ff"), "a.jpg")).isEqualTo("document.wrong.kind");
    }

    @Test
    void names_are_kept_as_far_as_they_are_names() {
        assertThat(FileName.of("../../etc/passwd")).isEqualTo("passwd");
        assertThat(FileName.of("C:\\Users\\li\\合同 😀.pdf")).isEqualTo("合同 😀.pdf");
        assertThat(FileName.of("عقد.pdf")).isEqualTo("عقد.pdf");
        assertThat(FileName.of("invoice\u202Efdp.exe")).isEqualTo("invoicefdp.exe");
        assertThat(FileName.of("a\r\nSet-Cookie: x\u0000.pdf")).isEqualTo("aSet-Cookie: x.pdf");
        assertThat(FileName.of("...")).isEqualTo("document");
        assertThat(FileName.of(null)).isEqualTo("document");
        assertThat(FileName.of("..")).isEqualTo("document");
        String longName = "😀".repeat(400) + ".pdf";
        assertThat(FileName.of(longName))
                .endsWith("😀.pdf")
                .matches(name -> name.codePointCount(0, name.length()) == 300);
        String exact = "长".repeat(296) + ".pdf";
        assertThat(FileName.of(exact)).isEqualTo(exact);
    }

    @Test
    void a_name_that_says_something_else_gets_an_ending_that_says_what_it_is() {
        assertThat(FileKind.TXT.named("page.html")).isEqualTo("page.html.txt");
        assertThat(FileKind.JPEG.named("photo.JPG")).isEqualTo("photo.JPG");
        assertThat(FileKind.PDF.named("合同")).isEqualTo("合同.pdf");
    }
}
