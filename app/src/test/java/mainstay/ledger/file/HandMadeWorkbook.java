package mainstay.ledger.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook put together part by part, so that each part may be what no spreadsheet program would write.
final class HandMadeWorkbook {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String TEXTS = "xl/sharedStrings.xml";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    HandMadeWorkbook() {
        part("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/xl/workbook.xml" ContentType="%1$ssheet.main+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="%1$ssharedStrings+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="%1$sstyles+xml"/>
                </Types>""".formatted(TYPE));
        workbook("");
        part("xl/_rels/workbook.xml.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        part(TEXTS, "<sst xmlns=\"" + MAIN + "\"><si><t>A1</t></si></sst>");
        part("xl/styles.xml", """
                <styleSheet xmlns="%s"><numFmts count="2"><numFmt numFmtId="170" formatCode="00000"/>
                <numFmt numFmtId="171" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
                <cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs>
                </styleSheet>""".formatted(MAIN));
        rows("");
    }

    HandMadeWorkbook part(String name, String text) {
        return part(name, text, StandardCharsets.UTF_8);
    }

    HandMadeWorkbook part(String name, String text, Charset charset) {
        parts.put(name, text.getBytes(charset));
        return this;
    }

    HandMadeWorkbook bytes(String name, byte[] content) {
        parts.put(name, content);
        return this;
    }

    HandMadeWorkbook workbook(String properties) {
        return part("xl/workbook.xml", """
                <workbook xmlns="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">%s
                <sheets><sheet name="Lines" sheetId="1" r:id="rId1"/></sheets></workbook>""".formatted(MAIN, properties));
    }

    /// The sheet with `customer`, `date` and `amount` as headers and the given rows below.
    HandMadeWorkbook rows(String rows) {
        return sheet(
                "<row r=\"1\">" + text("A1", "customer") + text("B1", "date") + text("C1", "amount") + "</row>" + rows);
    }

    HandMadeWorkbook sheet(String rows) {
        return part(SHEET, "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    static String text(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    Path write(Path file) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }
}
