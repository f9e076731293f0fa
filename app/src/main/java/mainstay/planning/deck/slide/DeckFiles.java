package mainstay.planning.deck.slide;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Block.Spans;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Block.Tiles;
import mainstay.planning.deck.slide.Block.Words;
import mainstay.shared.DocumentFonts;
import org.springframework.stereotype.Component;

/// Makes files of decks.
@Component
public class DeckFiles {

    private final DocumentFonts fonts;

    DeckFiles(DocumentFonts fonts) {
        this.fonts = fonts;
    }

    public byte[] pptx(Deck deck) {
        return Layout.draw(deck, new PptxCanvas(deck));
    }

    public byte[] pdf(Deck deck) {
        return Layout.draw(deck, new PdfCanvas(deck, fonts.of(letters(deck))));
    }

    /// All that is written in it, to find letters for it.
    private static String letters(Deck deck) {
        Stream<String> around =
                Stream.of(deck.title(), deck.foot(), deck.more(), deck.mark() == null ? "" : deck.mark());
        Stream<String> cover = Stream.concat(
                Stream.of(
                        deck.cover().above(), deck.cover().name(), deck.cover().below()),
                deck.cover().lines().stream().flatMap(line -> line.stream()));
        Stream<String> slides = deck.slides().stream()
                .flatMap(slide -> Stream.concat(
                        Stream.of(slide.section(), slide.finding()),
                        slide.blocks().stream().flatMap(placed -> words(placed.block()))));
        return Stream.of(around, cover, slides)
                .flatMap(each -> each)
                .map(Printable::line)
                .collect(Collectors.joining());
    }

    private static Stream<String> words(Block block) {
        return switch (block) {
            case Words words -> Stream.concat(Stream.of(words.heading(), words.none()), words.paragraphs().stream());
            case Tiles tiles ->
                tiles.tiles().stream().flatMap(tile -> Stream.of(tile.label(), tile.value(), tile.note()));
            case Table table ->
                Stream.of(
                                Stream.of(table.heading(), table.none()),
                                table.columns().stream().map(Block.Column::head),
                                table.rows().stream()
                                        .flatMap(row -> row.stream())
                                        .map(Block.Cell::text))
                        .flatMap(each -> each);
            case Chart chart ->
                Stream.of(
                                Stream.of(chart.heading(), chart.unit(), chart.none()),
                                chart.categories().stream(),
                                chart.series().stream().map(Block.Series::name))
                        .flatMap(each -> each);
            case Spans spans ->
                Stream.of(
                                Stream.of(spans.heading(), spans.key(), spans.none()),
                                spans.lines().stream().flatMap(line -> Stream.of(line.label(), line.note())),
                                spans.marks().stream().map(Block.Mark::label))
                        .flatMap(each -> each);
        };
    }
}
