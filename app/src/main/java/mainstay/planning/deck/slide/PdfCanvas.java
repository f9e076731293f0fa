package mainstay.planning.deck.slide;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Fitted.Paragraph;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfDestination;
import org.openpdf.text.pdf.PdfGState;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfOutline;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/// Slides on paper. All of it is drawn as lines and letters; those of a font that not every reader has are embedded.
final class PdfCanvas implements Canvas {

    private static final double ASCENT = 0.8;
    private static final double HEAVY = 0.028;
    private static final float FAINT = 0.08f;
    private static final float MARK_SIZE = 44;
    private static final double MARK_ANGLE = 24;
    private static final double MARK_ROOM = 0.92;
    private static final double DOT = 0.32;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Document document;
    private final PdfWriter writer;
    private final BaseFont letters;
    private final BaseFont heavy;
    private final boolean thickened;
    private boolean begun;

    PdfCanvas(Deck deck, BaseFont letters) {
        this.letters = letters;
        this.thickened = letters.isEmbedded();
        this.heavy = thickened ? letters : helvetica();
        this.document = new Document(new Rectangle((float) Layout.WIDTH, (float) Layout.HEIGHT));
        this.writer = PdfWriter.getInstance(document, out);
        document.addTitle(Printable.line(deck.title()));
        document.addAuthor(Printable.line(deck.author()));
        document.addCreator("Mainstay");
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(deck.language()));
    }

    private static BaseFont helvetica() {
        try {
            return BaseFont.createFont(BaseFont.HELVETICA_BOLD, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private PdfContentByte page() {
        return writer.getDirectContent();
    }

    @Override
    public void slide(String title) {
        if (begun) {
            writer.setPageEmpty(false);
            document.newPage();
        }
        begun = true;
        writer.setPageEmpty(false);
        PdfDestination top = new PdfDestination(PdfDestination.FIT);
        new PdfOutline(page().getRootOutline(), top, title);
    }

    @Override
    public void title(Area area, Fitted text, Tone tone) {
        text(area, text, tone, Align.LEFT);
    }

    @Override
    public void text(Area area, Fitted text, Tone tone, Align align) {
        double y = area.y();
        for (Paragraph paragraph : text.paragraphs()) {
            double indent = paragraph.point() ? text.size() * Setting.POINT : 0;
            if (paragraph.point()) {
                double dot = text.size() * DOT;
                box(new Area(area.x(), y + (text.line() - dot) / 2, dot, dot), Tone.SECOND);
            }
            for (String line : paragraph.lines()) {
                double x = switch (align) {
                    case LEFT -> area.x() + indent;
                    case CENTRE -> area.x() + area.width() / 2;
                    case RIGHT -> area.right();
                };
                double baseline = y + (text.line() - text.size()) / 2 + text.size() * ASCENT + text.size() * 0.06;
                write(line, x, baseline, text.size(), text.bold(), tone, align);
                y += text.line();
            }
            y += text.gap();
        }
    }

    void write(String line, double x, double baseline, double size, boolean bold, Tone tone, Align align) {
        PdfContentByte page = page();
        page.saveState();
        page.setColorFill(tone.color());
        BaseFont font = bold ? heavy : letters;
        page.beginText();
        page.setFontAndSize(font, (float) size);
        if (bold && thickened) {
            page.setColorStroke(tone.color());
            page.setLineWidth((float) (size * HEAVY));
            page.setTextRenderingMode(PdfContentByte.TEXT_RENDER_MODE_FILL_STROKE);
        }
        page.showTextAligned(
                switch (align) {
                    case LEFT -> Element.ALIGN_LEFT;
                    case CENTRE -> Element.ALIGN_CENTER;
                    case RIGHT -> Element.ALIGN_RIGHT;
                },
                known(line, font),
                (float) x,
                up(baseline),
                0);
        page.endText();
        page.restoreState();
    }

    /// A letter that the font has not is told as such.
    private static String known(String line, BaseFont font) {
        StringBuilder known = new StringBuilder();
        line.codePoints()
                .map(letter -> letter == ' ' || font.charExists(letter) ? letter : '?')
                .forEach(known::appendCodePoint);
        return known.toString();
    }

    private static float up(double y) {
        return (float) (Layout.HEIGHT - y);
    }

    @Override
    public void box(Area area, Tone fill) {
        PdfContentByte page = page();
        page.saveState();
        page.setColorFill(fill.color());
        page.rectangle((float) area.x(), up(area.bottom()), (float) area.width(), (float) area.height());
        page.fill();
        page.restoreState();
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Tone tone, double width, boolean dashed) {
        PdfContentByte page = page();
        page.saveState();
        page.setColorStroke(tone.color());
        page.setLineWidth((float) width);
        if (dashed) {
            page.setLineDash(4, 3, 0);
        }
        page.moveTo((float) fromX, up(fromY));
        page.lineTo((float) toX, up(toY));
        page.stroke();
        page.restoreState();
    }

    @Override
    public void table(Area area, TableFit table) {
        double y = area.y();
        for (TableFit.Row row : table.rows()) {
            double x = area.x();
            if (row.head()) {
                box(new Area(x, y, area.width(), row.height()), Tone.PANEL);
            }
            for (int i = 0; i < row.fields().size(); i++) {
                TableFit.Field field = row.fields().get(i);
                Area cell = new Area(x, y, table.widths().get(i), row.height()).inset(TableFit.ACROSS, TableFit.DOWN);
                double above = Math.max(0, (cell.height() - field.text().height()) / 2);
                text(cell.below(above), field.text(), field.tone(), field.number() ? Align.RIGHT : Align.LEFT);
                x += table.widths().get(i);
            }
            y += row.height();
            line(area.x(), y, area.right(), y, Tone.LINE, 0.75, false);
        }
    }

    @Override
    public void chart(Area area, Chart chart, String name) {
        new PdfChart(this, new Letters()).draw(chart, area);
    }

    @Override
    public void mark(String words) {
        PdfContentByte page = page();
        page.saveState();
        PdfGState faint = new PdfGState();
        faint.setFillOpacity(FAINT);
        page.setGState(faint);
        page.setColorFill(Tone.INK.color());
        float wide = letters.getWidthPoint(known(words, letters), 1);
        float size = Math.min(MARK_SIZE, (float) (Layout.WIDTH * MARK_ROOM / Math.max(1, wide)));
        page.beginText();
        page.setFontAndSize(letters, size);
        page.showTextAligned(
                Element.ALIGN_CENTER,
                known(words, letters),
                (float) (Layout.WIDTH / 2),
                (float) (Layout.HEIGHT / 2),
                (float) MARK_ANGLE);
        page.endText();
        page.restoreState();
    }

    @Override
    public byte[] done() {
        document.close();
        return out.toByteArray();
    }
}
