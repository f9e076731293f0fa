package mainstay.dossier.card;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import mainstay.dossier.card.Sheet.Block;
import mainstay.dossier.card.Sheet.Row;
import org.openpdf.text.Chunk;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfWriter;

/// A sheet on paper: A4, with the letters of its language. What is confidential bears across each page who took
/// it when.
final class SheetDocument {

    private static final float MARGIN = 40;
    private static final float FOOT = 46;
    private static final float SMALL = 7;
    private static final float TEXT = 8.5f;
    private static final float HEADING = 10.5f;
    private static final float TITLE = 15;
    private static final float GAP = 7;
    private static final float PADDING = 2.2f;
    private static final float MARK_SIZE = 26;
    private static final float MARK_ANGLE = 35;
    private static final float MARK_STRENGTH = 0.13f;
    private static final int MARKS = 3;
    private static final int[] LENGTHS = {110, 70, 45, 30, 15};
    private static final float[] COLUMNS = {22, 50, 28};
    private static final Color QUIET = new Color(90, 90, 90);
    private static final Color LINE = new Color(200, 200, 200);

    private final BaseFont letters;
    private int pages;

    SheetDocument(BaseFont letters) {
        this.letters = letters;
    }

    /// Long texts are cut the shorter the more of them there are.
    byte[] onOnePage(Sheet sheet) {
        byte[] paper = of(sheet);
        for (int longest : LENGTHS) {
            if (pages == 1) {
                break;
            }
            paper = of(sheet.shortened(longest));
        }
        return paper;
    }

    byte[] of(Sheet sheet) {
        pages = 0;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, FOOT)) {
            PdfWriter writer = PdfWriter.getInstance(document, out);
            writer.setPageEvent(new Edges(sheet));
            document.open();
            Paragraph title = new Paragraph(Sheet.printable(sheet.title()), font(TITLE, Color.BLACK));
            title.add(new Chunk("  " + sheet.code(), font(HEADING, QUIET)));
            document.add(title);
            for (Block block : sheet.blocks()) {
                Paragraph heading = new Paragraph(block.heading(), font(HEADING, Color.BLACK));
                heading.setSpacingBefore(GAP);
                heading.setSpacingAfter(PADDING);
                heading.setKeepTogether(true);
                document.add(heading);
                document.add(block.rows().isEmpty() ? none(block) : table(block));
            }
        }
        return out.toByteArray();
    }

    private Paragraph none(Block block) {
        return new Paragraph(block.none(), font(TEXT, QUIET));
    }

    private PdfPTable table(Block block) {
        PdfPTable table = new PdfPTable(COLUMNS);
        table.setWidthPercentage(100);
        for (Row row : block.rows()) {
            table.addCell(cell(row.label(), TEXT, QUIET));
            PdfPCell value = cell(row.value(), TEXT, Color.BLACK);
            if (row.note().isEmpty()) {
                value.setColspan(2);
            }
            table.addCell(value);
            if (!row.note().isEmpty()) {
                table.addCell(cell(row.note(), SMALL, QUIET));
            }
        }
        return table;
    }

    private PdfPCell cell(String text, float size, Color color) {
        PdfPCell cell = new PdfPCell(new Phrase(Sheet.printable(text), font(size, color)));
        cell.setBorder(Rectangle.BOTTOM);
        cell.setBorderColor(LINE);
        cell.setBorderWidth(0.4f);
        cell.setPadding(PADDING);
        return cell;
    }

    private Font font(float size, Color color) {
        return new Font(letters, size, Font.NORMAL, color);
    }

    /// What stands on each page beside its content.
    private final class Edges extends PdfPageEventHelper {

        private final Sheet sheet;

        private Edges(Sheet sheet) {
            this.sheet = sheet;
        }

        @Override
        public void onEndPage(PdfWriter writer, Document document) {
            pages++;
            Rectangle page = document.getPageSize();
            PdfContentByte over = writer.getDirectContent();
            write(over, sheet.foot(), SMALL, MARGIN, MARGIN - TITLE, 0, Element.ALIGN_LEFT);
            String mark = sheet.mark();
            if (mark != null) {
                across(over, mark, page);
            }
        }

        private void across(PdfContentByte over, String mark, Rectangle page) {
            over.saveState();
            PdfGState faint = new PdfGState();
            faint.setFillOpacity(MARK_STRENGTH);
            over.setGState(faint);
            float size = Math.min(MARK_SIZE, page.getWidth() / letters.getWidthPoint(mark, 1));
            for (int n = 1; n <= MARKS; n++) {
                float height = page.getHeight() * n / (MARKS + 1);
                write(over, mark, size, page.getWidth() / 2, height, MARK_ANGLE, Element.ALIGN_CENTER);
            }
            over.restoreState();
        }

        private void write(PdfContentByte over, String text, float size, float x, float y, float angle, int alignment) {
            over.beginText();
            over.setFontAndSize(letters, size);
            over.showTextAligned(alignment, Sheet.printable(text), x, y, angle);
            over.endText();
        }
    }
}
