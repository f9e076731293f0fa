package mainstay.planning.deck.slide;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Fitted.Paragraph;
import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.sl.usermodel.Insets2D;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.StrokeStyle.LineDash;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.TextShape.TextAutofit;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFConnectorShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTextBox;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;
import org.openxmlformats.schemas.presentationml.x2006.main.CTShape;

/// Slides for office programs. Tables and charts are those of the program, so that whoever holds the meeting can
/// change them.
final class PptxCanvas implements Canvas {

    private static final double POINT_INDENT = Setting.POINT;
    private static final int MARK_SHADE = 18;
    private static final double MARK_SIZE = 44;
    private static final double MARK_HEIGHT = 60;
    private static final double MARK_ANGLE = -24;

    private final XMLSlideShow show = new XMLSlideShow();
    private final XSLFSlideLayout layout;
    private final Deck deck;
    private final Fonts fonts;
    private @Nullable XSLFSlide slide;

    PptxCanvas(Deck deck) {
        this.deck = deck;
        this.fonts = Fonts.of(deck.language());
        show.setPageSize(new Dimension((int) Layout.WIDTH, (int) Layout.HEIGHT));
        layout = Objects.requireNonNull(new PptxMaster(show).widened(fonts).getLayout(SlideLayout.TITLE_ONLY));
        show.getProperties().getCoreProperties().setTitle(Printable.line(deck.title()));
        show.getProperties().getCoreProperties().setCreator(Printable.line(deck.author()));
    }

    private XSLFSlide page() {
        return Objects.requireNonNull(slide);
    }

    @Override
    public void slide(String title) {
        slide = show.createSlide(layout);
    }

    @Override
    public void title(Area area, Fitted text, Tone tone) {
        XSLFTextShape title = page().getPlaceholder(0);
        if (title.getXmlObject() instanceof CTShape own) {
            own.getSpPr().addNewXfrm(); // else the place of the layout would be moved
        }
        title.setAnchor(rectangle(area));
        fill(title, text, tone, Align.LEFT);
    }

    @Override
    public void text(Area area, Fitted text, Tone tone, Align align) {
        if (text.isEmpty()) {
            return;
        }
        XSLFTextBox box = page().createTextBox();
        box.setAnchor(rectangle(new Area(area.x(), area.y(), area.width(), text.height())));
        fill(box, text, tone, align);
    }

    private static Rectangle2D rectangle(Area area) {
        return new Rectangle2D.Double(area.x(), area.y(), area.width(), Math.max(1, area.height()));
    }

    private void fill(XSLFTextShape shape, Fitted text, Tone tone, Align align) {
        shape.setInsets(new Insets2D(0, 0, 0, 0));
        shape.setTextAutofit(TextAutofit.NONE);
        shape.setVerticalAlignment(VerticalAlignment.TOP);
        shape.setWordWrap(true);
        paragraphs(shape, text, tone, align);
    }

    private void paragraphs(XSLFTextShape shape, Fitted text, Tone tone, Align align) {
        shape.clearText();
        for (Paragraph paragraph : text.paragraphs()) {
            XSLFTextParagraph set = shape.addNewTextParagraph();
            set.setTextAlign(
                    switch (align) {
                        case LEFT -> TextAlign.LEFT;
                        case CENTRE -> TextAlign.CENTER;
                        case RIGHT -> TextAlign.RIGHT;
                    });
            set.setLineSpacing(-text.line());
            set.setSpaceBefore(shape.getTextParagraphs().size() == 1 ? 0.0 : -text.gap());
            set.setSpaceAfter(0.0);
            if (paragraph.point()) {
                set.setBullet(true);
                set.setBulletCharacter("•");
                set.setBulletFontColor(Tone.SECOND.color());
                set.setLeftMargin(text.size() * POINT_INDENT);
                set.setIndent(-text.size() * POINT_INDENT);
            } else {
                set.setBullet(false);
                set.setLeftMargin(0.0);
                set.setIndent(0.0);
            }
            run(set.addNewTextRun(), paragraph.text(), text.size(), text.bold(), tone.color());
        }
    }

    private void run(XSLFTextRun run, String text, double size, boolean bold, Color color) {
        run.setText(text);
        run.setFontSize(size);
        run.setBold(bold);
        run.setFontColor(color);
        run.setFontFamily(fonts.latin(), FontGroup.LATIN);
        run.setFontFamily(fonts.eastAsian(), FontGroup.EAST_ASIAN);
        if (run.getXmlObject() instanceof CTRegularTextRun written) {
            written.getRPr().setLang(deck.language().equals("en") ? "en-GB" : deck.language());
        }
    }

    @Override
    public void box(Area area, Tone fill) {
        XSLFAutoShape box = page().createAutoShape();
        box.setShapeType(ShapeType.RECT);
        box.setAnchor(rectangle(area));
        box.setFillColor(fill.color());
        box.setLineColor(null);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, Tone tone, double width, boolean dashed) {
        XSLFConnectorShape line = page().createConnector();
        line.setAnchor(new Rectangle2D.Double(
                Math.min(fromX, toX), Math.min(fromY, toY), Math.abs(toX - fromX), Math.abs(toY - fromY)));
        line.setLineColor(tone.color());
        line.setLineWidth(width);
        if (dashed) {
            line.setLineDash(LineDash.DASH);
        }
    }

    @Override
    public void table(Area area, TableFit fit) {
        XSLFTable table = page().createTable(fit.rows().size(), fit.widths().size());
        table.setAnchor(rectangle(area));
        for (int column = 0; column < fit.widths().size(); column++) {
            table.setColumnWidth(column, fit.widths().get(column));
        }
        for (int at = 0; at < fit.rows().size(); at++) {
            TableFit.Row row = fit.rows().get(at);
            table.setRowHeight(at, row.height());
            for (int column = 0; column < fit.widths().size(); column++) {
                cell(table.getCell(at, column), row, row.fields().get(column));
            }
        }
    }

    private void cell(XSLFTableCell cell, TableFit.Row row, TableFit.Field field) {
        cell.setLeftInset(TableFit.ACROSS);
        cell.setRightInset(TableFit.ACROSS);
        cell.setTopInset(TableFit.DOWN);
        cell.setBottomInset(TableFit.DOWN);
        cell.setVerticalAlignment(VerticalAlignment.MIDDLE);
        cell.setBorderColor(BorderEdge.bottom, Tone.LINE.color());
        cell.setBorderWidth(BorderEdge.bottom, 0.75);
        if (row.head()) {
            cell.setFillColor(Tone.PANEL.color());
        }
        Fitted text = field.text().isEmpty()
                ? new Fitted(field.text().size(), false, List.of(new Paragraph(" ", List.of(" "), false)), false)
                : field.text();
        paragraphs(cell, text, field.tone(), field.number() ? Align.RIGHT : Align.LEFT);
    }

    @Override
    public void chart(Area area, Chart chart, String name) {
        new PptxChart(show, page(), fonts).draw(chart, area, name);
    }

    @Override
    public void mark(String words) {
        double wide = new Letters().width(words, MARK_SIZE, false);
        double size = Math.min(MARK_SIZE, MARK_SIZE * Layout.WIDTH * 0.9 / Math.max(1, wide));
        XSLFTextBox box = page().createTextBox();
        box.setAnchor(new Rectangle2D.Double(0, (Layout.HEIGHT - MARK_HEIGHT) / 2, Layout.WIDTH, MARK_HEIGHT));
        box.setRotation(MARK_ANGLE);
        box.setTextAutofit(TextAutofit.NONE);
        box.setWordWrap(false);
        box.clearText();
        XSLFTextParagraph paragraph = box.addNewTextParagraph();
        paragraph.setTextAlign(TextAlign.CENTER);
        Color ink = Tone.INK.color();
        run(
                paragraph.addNewTextRun(),
                words,
                size,
                false,
                new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), MARK_SHADE));
    }

    @Override
    public byte[] done() {
        try (show) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            show.write(out);
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
