package mainstay.terms.rebate;

import java.io.ByteArrayOutputStream;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import mainstay.shared.Money;
import mainstay.terms.rebate.StatementSheet.Cell;
import mainstay.terms.rebate.StatementSheet.Table;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;

/// A statement on paper: A4, with the letters of its language embedded.
final class StatementDocument {

    private static final float MARGIN = 48;
    private static final float TEXT = 9;
    private static final float HEADING = 12;
    private static final float TITLE = 16;
    private static final float PADDING = 4;
    private static final int WHOLE_WIDTH = 100;

    private final BaseFont letters;
    private final NumberFormat money;
    private final NumberFormat share;

    StatementDocument(BaseFont letters, Locale language) {
        this.letters = letters;
        this.money = NumberFormat.getNumberInstance(language);
        this.money.setMinimumFractionDigits(2);
        this.money.setMaximumFractionDigits(Money.DECIMALS);
        this.share = NumberFormat.getPercentInstance(language);
        this.share.setMaximumFractionDigits(2);
    }

    byte[] of(StatementSheet sheet) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out);
        document.open();
        document.add(new Paragraph(sheet.title() + " (" + sheet.currency() + ")", font(TITLE)));
        for (Table table : sheet.tables()) {
            if (!table.rows().isEmpty()) {
                Paragraph heading = new Paragraph(table.heading(), font(HEADING));
                heading.setSpacingBefore(HEADING);
                heading.setSpacingAfter(PADDING);
                document.add(heading);
                document.add(table(table));
            }
        }
        document.close();
        return out.toByteArray();
    }

    private PdfPTable table(Table table) {
        int columns = table.rows().getFirst().size();
        PdfPTable printed = new PdfPTable(columns);
        printed.setWidthPercentage(WHOLE_WIDTH);
        printed.setHeaderRows(table.header().isEmpty() ? 0 : 1);
        for (String header : table.header()) {
            printed.addCell(cell(header, Element.ALIGN_LEFT));
        }
        for (List<Cell> row : table.rows()) {
            row.forEach(cell -> printed.addCell(cell(written(cell), alignment(cell))));
        }
        return printed;
    }

    private PdfPCell cell(@Nullable String text, int alignment) {
        PdfPCell cell = new PdfPCell(new Phrase(text == null ? "—" : text, font(TEXT)));
        cell.setHorizontalAlignment(alignment);
        cell.setPadding(PADDING);
        return cell;
    }

    private static int alignment(Cell cell) {
        return cell instanceof Cell.Words || cell instanceof Cell.Day ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT;
    }

    private @Nullable String written(Cell cell) {
        return switch (cell) {
            case Cell.Words words -> words.words();
            case Cell.Day day -> day.day().toString();
            case Cell.Amount amount -> {
                Long known = amount.tenThousandths();
                yield known == null ? null : money.format(new Money(known).toDecimal());
            }
            case Cell.Share part -> share.format(part.fraction());
        };
    }

    private Font font(float size) {
        return new Font(letters, size);
    }
}
