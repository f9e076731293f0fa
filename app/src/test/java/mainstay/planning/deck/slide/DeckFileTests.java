package mainstay.planning.deck.slide;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainstay.planning.deck.slide.Block.Bar;
import mainstay.planning.deck.slide.Block.Cell;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Block.Column;
import mainstay.planning.deck.slide.Block.Line;
import mainstay.planning.deck.slide.Block.Mark;
import mainstay.planning.deck.slide.Block.Series;
import mainstay.planning.deck.slide.Block.Spans;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Block.Thickness;
import mainstay.planning.deck.slide.Block.Tile;
import mainstay.planning.deck.slide.Block.Tiles;
import mainstay.planning.deck.slide.Block.Words;
import mainstay.planning.deck.slide.Deck.Cover;
import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/// What is written is read again, by other readers than wrote it where there are any.
class DeckFileTests {

    private static final String LONG = "Hanseatische-Schraubengrosshandelsgesellschaft".repeat(8);
    private static final int ROWS = 60;

    private static Deck deck(String language, @Nullable String mark) {
        List<List<Cell>> rows = IntStream.range(0, ROWS)
                .mapToObj(n ->
                        List.of(Cell.of("Row " + n + " " + LONG), Cell.of("二〇二六年的事情" + n), Cell.of(String.valueOf(n))))
                .toList();
        List<Line> lines = IntStream.range(0, ROWS)
                .mapToObj(n ->
                        new Line(LONG, List.of(new Bar(0.1, 0.4, Tone.PRIMARY, Thickness.FULL)), "note " + n, Tone.INK))
                .toList();
        return new Deck(
                "Plan review: " + LONG,
                "王总",
                language,
                LONG + " · made by 王总",
                mark,
                "and # more",
                new Cover("Plan review", LONG, "No plan", List.of(List.of("Made by", "王总"), List.of("Sees", LONG))),
                List.of(
                        Slide.of(
                                "Business",
                                LONG,
                                new Tiles(List.of(
                                                new Tile("Sales", "123,456,789,012,345,678", LONG, Tone.PRIMARY),
                                                new Tile(LONG, "1", "", Tone.BAD)))
                                        .at(0, 0, 12, 3),
                                chart(Chart.Kind.COLUMNS).at(0, 3, 6, 9),
                                chart(Chart.Kind.LINES).at(6, 3, 6, 9)),
                        Slide.of(
                                "Tables",
                                "Many rows",
                                Table.of(
                                                "Rows",
                                                List.of(
                                                        Column.of("What", 3),
                                                        Column.of("When", 2),
                                                        new Column("No", 1, true)),
                                                rows,
                                                "none")
                                        .at(0, 0, 6, 12),
                                new Spans("Bars", lines, ROWS, List.of(new Mark(0.5, "today", true)), "key", "none")
                                        .at(6, 0, 6, 12)),
                        Slide.of(
                                "Words",
                                "Nothing is known",
                                new Words("Heading", List.of((LONG + " ").repeat(60)), true, "none").at(0, 0, 6, 6),
                                new Words("Empty", List.of(), false, "Not known yet: do this").at(6, 0, 6, 6),
                                new Table(
                                                "No rows",
                                                List.of(Column.of("What", 1)),
                                                List.of(),
                                                0,
                                                "Not known yet: no rows")
                                        .at(0, 6, 6, 6),
                                new Chart(
                                                "No values",
                                                Chart.Kind.LINES,
                                                List.of(),
                                                List.of(),
                                                "",
                                                0,
                                                "Not known yet: no values")
                                        .at(6, 6, 6, 6))));
    }

    private static Chart chart(Chart.Kind kind) {
        List<@Nullable Double> values = new ArrayList<>(List.<@Nullable Double>of(1.0, 4.5, 2.25));
        values.add(null);
        return new Chart(
                "By month",
                kind,
                List.of("26-01", "26-02", "26-03", "26-04"),
                List.of(
                        new Series("销售额", values, Tone.PRIMARY, false),
                        new Series("Target", List.of(1.0, 2.0, 3.0, 4.0), Tone.GOOD, true)),
                "million CNY",
                2,
                "none");
    }

    private static XMLSlideShow slides(Deck deck) throws IOException {
        return new XMLSlideShow(new ByteArrayInputStream(Layout.draw(deck, new PptxCanvas(deck))));
    }

    private static String text(XSLFSlide slide) {
        StringBuilder text = new StringBuilder();
        for (XSLFShape shape : slide.getShapes()) {
            if (shape instanceof XSLFTextShape words) {
                text.append(words.getText()).append('\n');
            }
            if (shape instanceof XSLFTable table) {
                table.getRows()
                        .forEach(row -> row.getCells()
                                .forEach(cell -> text.append(cell.getText()).append('\n')));
            }
        }
        return text.toString();
    }

    @Test
    void slides_hold_their_words_their_tables_and_charts_that_can_be_changed() throws Exception {
        try (XMLSlideShow show = slides(deck("en", null))) {
            assertThat(show.getSlides()).hasSize(4);
            assertThat(show.getSlides().get(0).getTitle()).startsWith("Hanseatische");
            assertThat(show.getSlides().get(2).getTitle()).isEqualTo("Many rows");
            assertThat(show.getSlides().get(1).getRelations().stream()
                            .filter(part -> part.getClass().getSimpleName().equals("XSLFChart")))
                    .hasSize(2);
            assertThat(show.getCharts()
                            .getFirst()
                            .getWorkbook()
                            .getSheetAt(0)
                            .getRow(2)
                            .getCell(1)
                            .getNumericCellValue())
                    .isEqualTo(4.5);
            assertThat(text(show.getSlides().get(3)))
                    .contains("Not known yet: do this", "Not known yet: no rows", "Not known yet: no values");
            assertThat(text(show.getSlides().get(2)))
                    .contains("Row 0", "二〇二六年的事情0")
                    .containsPattern("and \\d+ more");
        }
    }

    @Test
    void nothing_stands_outside_of_its_slide_however_long_it_is() throws IOException {
        try (XMLSlideShow show = slides(deck("zh-CN", null))) {
            for (XSLFSlide slide : show.getSlides()) {
                for (XSLFShape shape : slide.getShapes()) {
                    Rectangle2D at = shape.getAnchor();
                    assertThat(at.getX()).isGreaterThanOrEqualTo(0);
                    assertThat(at.getY()).isGreaterThanOrEqualTo(0);
                    assertThat(at.getMaxX()).as(shape.getShapeName()).isLessThanOrEqualTo(Layout.WIDTH + 0.5);
                    assertThat(at.getMaxY()).as(shape.getShapeName()).isLessThanOrEqualTo(Layout.HEIGHT + 0.5);
                }
            }
        }
    }

    @Test
    void east_asian_letters_have_a_font_that_offices_have() throws IOException {
        try (XMLSlideShow simplified = slides(deck("zh-CN", null));
                XMLSlideShow traditional = slides(deck("zh-TW", null))) {
            assertThat(fonts(simplified)).containsOnly("Microsoft YaHei");
            assertThat(fonts(traditional)).containsOnly("Microsoft JhengHei");
            assertThat(simplified.getSlideMasters().getFirst().getTheme().getMinorFont())
                    .isEqualTo("Arial");
        }
    }

    private static List<String> fonts(XMLSlideShow show) {
        return show.getSlides().stream()
                .flatMap(slide -> slide.getShapes().stream())
                .filter(XSLFTextShape.class::isInstance)
                .flatMap(shape -> ((XSLFTextShape) shape).getTextParagraphs().stream())
                .flatMap(paragraph -> paragraph.getTextRuns().stream())
                .map(DeckFileTests::eastAsian)
                .distinct()
                .toList();
    }

    private static String eastAsian(XSLFTextRun run) {
        return String.valueOf(run.getFontFamily(FontGroup.EAST_ASIAN));
    }

    @Test
    void what_is_confidential_bears_its_mark_on_every_slide() throws IOException {
        try (XMLSlideShow show = slides(deck("en", "王总, 16 Nov 2026"))) {
            assertThat(show.getSlides())
                    .allSatisfy(slide -> assertThat(text(slide)).contains("王总, 16 Nov 2026"));
        }
        try (XMLSlideShow show = slides(deck("en", null))) {
            assertThat(show.getSlides())
                    .noneSatisfy(slide -> assertThat(text(slide)).contains("16 Nov 2026"));
        }
    }

    @Test
    void paper_has_a_page_for_each_slide_with_the_same_words() throws IOException {
        Deck plain = new Deck(
                "Plan review",
                "Wang",
                "en",
                "made by Wang",
                "Wang, 16 Nov 2026",
                "and # more",
                new Cover("Plan review", "Harbour Tools", "No plan", List.of()),
                List.of(Slide.of(
                        "Business",
                        "Sales rose",
                        chart(Chart.Kind.COLUMNS).at(0, 0, 6, 12),
                        new Words("Empty", List.of(), false, "Not known yet: do this").at(6, 0, 6, 12))));
        BaseFont helvetica = BaseFont.createFont(BaseFont.HELVETICA, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
        try (PdfReader paper = new PdfReader(Layout.draw(plain, new PdfCanvas(plain, helvetica)))) {
            PdfTextExtractor text = new PdfTextExtractor(paper);
            assertThat(paper.getNumberOfPages()).isEqualTo(2);
            assertThat(text.getTextFromPage(1)).contains("Harbour Tools", "Wang, 16 Nov 2026");
            assertThat(text.getTextFromPage(2)).contains("Sales rose", "26-02", "Not known yet: do this", "2 / 2");
            assertThat(paper.getInfo()).containsEntry("Title", "Plan review").containsEntry("Author", "Wang");
            assertThat(IntStream.rangeClosed(1, 2)
                            .mapToObj(page -> paper.getPageSize(page).getWidth())
                            .collect(Collectors.toSet()))
                    .containsOnly((float) Layout.WIDTH);
        }
    }
}
