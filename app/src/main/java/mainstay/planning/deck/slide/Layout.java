package mainstay.planning.deck.slide;

import java.util.List;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Block.Spans;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Block.Tile;
import mainstay.planning.deck.slide.Block.Tiles;
import mainstay.planning.deck.slide.Block.Words;
import mainstay.planning.deck.slide.Deck.Cover;

/// The rules by which slides are laid out, the same for both forms of the file: margins, a grid of twelve by twelve,
/// sizes of letters, and what is cut where there is too much.
final class Layout {

    static final double WIDTH = 960;
    static final double HEIGHT = 540;
    private static final double MARGIN = 44;
    private static final double GAP = 20;
    private static final double BAND = 14;
    private static final int GRID = 12;
    private static final Area SECTION = new Area(MARGIN, 26, WIDTH - 2 * MARGIN, 16);
    private static final Area FINDING = new Area(MARGIN, 42, WIDTH - 2 * MARGIN, 50);
    private static final Area BODY = new Area(MARGIN, 100, WIDTH - 2 * MARGIN, 402);
    private static final Area FOOT = new Area(MARGIN, 514, WIDTH - 2 * MARGIN, 14);
    private static final double NUMBER = 60;
    private static final double UNDER_HEADING = 8;
    private static final double HAIR = 0.75;

    private final Deck deck;
    private final Canvas canvas;
    private final Setting setting;

    private Layout(Deck deck, Canvas canvas) {
        this.deck = deck;
        this.canvas = canvas;
        this.setting = new Setting(deck.language());
    }

    /// The file.
    static byte[] draw(Deck deck, Canvas canvas) {
        Layout layout = new Layout(deck, canvas);
        layout.cover(deck.cover());
        for (int i = 0; i < deck.slides().size(); i++) {
            layout.slide(deck.slides().get(i), i + 2);
        }
        return canvas.done();
    }

    private void cover(Cover cover) {
        canvas.slide(Printable.line(cover.name()));
        mark();
        canvas.box(new Area(0, 0, BAND, HEIGHT), Tone.PRIMARY);
        double x = MARGIN + BAND;
        double width = WIDTH - 2 * x;
        write(cover.above(), Type.COVER, new Area(x, 96, width, 24), Tone.SECOND);
        Fitted name = setting.fit(Printable.line(cover.name()), Type.NAME, width, 104);
        canvas.title(new Area(x, 128, width, 104), name, Tone.PRIMARY);
        double below = 128 + name.height() + 10;
        Fitted what = setting.fit(cover.below(), Type.COVER, width, 48);
        canvas.text(new Area(x, below, width, 48), what, Tone.INK, Align.LEFT);
        lines(cover.lines(), new Area(x, Math.max(300, below + what.height() + 24), width, 190));
        foot(1);
    }

    private void lines(List<List<String>> lines, Area area) {
        canvas.line(area.x(), area.y(), area.right(), area.y(), Tone.LINE, HAIR, false);
        double y = area.y() + 14;
        for (List<String> line : lines) {
            Fitted value = setting.fit(line.get(1), Type.BODY, area.width() - 170, 60);
            if (y + value.height() > area.bottom()) {
                break;
            }
            write(line.get(0), Type.BODY, new Area(area.x(), y, 160, 20), Tone.QUIET);
            canvas.text(new Area(area.x() + 170, y, area.width() - 170, value.height()), value, Tone.INK, Align.LEFT);
            y += value.height() + 7;
        }
    }

    private void slide(Slide slide, int number) {
        canvas.slide(Printable.line(slide.finding()));
        mark();
        canvas.box(new Area(0, 0, BAND / 2, HEIGHT), Tone.PRIMARY);
        write(slide.section(), Type.SECTION, SECTION, Tone.SECOND);
        canvas.title(
                FINDING,
                setting.fit(Printable.line(slide.finding()), Type.FINDING, FINDING.width(), FINDING.height()),
                Tone.PRIMARY);
        slide.blocks().forEach(placed -> block(placed.block(), area(placed)));
        foot(number);
    }

    private static Area area(Placed placed) {
        double column = (BODY.width() + GAP) / GRID;
        double row = (BODY.height() + GAP) / GRID;
        return new Area(
                BODY.x() + placed.column() * column,
                BODY.y() + placed.row() * row,
                placed.columns() * column - GAP,
                placed.rows() * row - GAP);
    }

    private void mark() {
        String mark = deck.mark();
        if (mark != null) {
            canvas.mark(Printable.line(mark));
        }
    }

    private void foot(int number) {
        canvas.line(FOOT.x(), FOOT.y() - 6, FOOT.right(), FOOT.y() - 6, Tone.LINE, HAIR, false);
        Area words = new Area(FOOT.x(), FOOT.y(), FOOT.width() - NUMBER, FOOT.height());
        canvas.text(
                words, setting.lines(deck.foot(), Type.FOOT.size(), false, words.width(), 1), Tone.QUIET, Align.LEFT);
        String of = number + " / " + (deck.slides().size() + 1);
        canvas.text(
                FOOT.part(FOOT.width() - NUMBER, NUMBER),
                setting.lines(of, Type.FOOT.size(), false, NUMBER, 1),
                Tone.QUIET,
                Align.RIGHT);
    }

    private void write(String text, Type type, Area area, Tone tone) {
        canvas.text(area, setting.fit(Printable.line(text), type, area.width(), area.height()), tone, Align.LEFT);
    }

    private void block(Block block, Area area) {
        switch (block) {
            case Words words -> words(words, area);
            case Tiles tiles -> tiles(tiles.tiles(), area);
            case Table table -> table(table, area);
            case Chart chart -> chart(chart, area);
            case Spans spans -> new SpansLayout(deck, canvas, setting).draw(spans, headed(spans.heading(), area));
        }
    }

    private Area headed(String heading, Area area) {
        return headed(heading, "", area);
    }

    /// What is left below a heading.
    ///
    /// @param unit of the figures, at the right
    private Area headed(String heading, String unit, Area area) {
        if (heading.isEmpty()) {
            return area;
        }
        double height = Type.HEADING.line();
        Fitted words = setting.lines(unit, Type.SMALL.size(), false, area.width() / 2, 1);
        double right =
                unit.isEmpty() ? 0 : setting.letters().width(Printable.line(unit), Type.SMALL.size(), false) + GAP;
        double left = Math.max(area.width() / 2, area.width() - right);
        canvas.text(
                area.part(0, left).top(height),
                setting.lines(heading, Type.HEADING.size(), true, left, 1),
                Tone.PRIMARY,
                Align.LEFT);
        canvas.text(area.part(left, area.width() - left).below(3).top(height), words, Tone.QUIET, Align.RIGHT);
        canvas.line(area.x(), area.y() + height + 2, area.right(), area.y() + height + 2, Tone.LINE, HAIR, false);
        return area.below(height + UNDER_HEADING);
    }

    /// Where there is nothing to show, what would change that.
    static void none(String none, Area area, Canvas canvas, Setting setting) {
        Fitted words = setting.fit(none, Type.BODY, area.width() - 24, area.height() - 20);
        canvas.box(area.top(words.height() + 20), Tone.PANEL);
        canvas.text(area.inset(12, 10).top(words.height()), words, Tone.QUIET, Align.LEFT);
    }

    private void words(Words words, Area area) {
        Area room = headed(words.heading(), area);
        Fitted set = setting.fit(words.paragraphs(), Type.BODY, room.width(), room.height(), words.points());
        if (set.isEmpty()) {
            none(words.none(), room, canvas, setting);
        } else {
            canvas.text(room, set, Tone.INK, Align.LEFT);
        }
    }

    private void tiles(List<Tile> tiles, Area area) {
        double width = (area.width() - (tiles.size() - 1) * GAP / 2) / tiles.size();
        for (int i = 0; i < tiles.size(); i++) {
            tile(tiles.get(i), area.part(i * (width + GAP / 2), width));
        }
    }

    private void tile(Tile tile, Area area) {
        canvas.box(area, Tone.PANEL);
        canvas.box(
                new Area(area.x(), area.y(), 4, area.height()), tile.tone() == Tone.INK ? Tone.PRIMARY : tile.tone());
        Area room = area.inset(14, 7);
        double small = Type.SMALL.line();
        canvas.text(
                room.top(small),
                setting.lines(tile.label(), Type.SMALL.size(), false, room.width(), 1),
                Tone.QUIET,
                Align.LEFT);
        double figure = Math.min(Type.FIGURE.line(), room.height() - 2 * small);
        Fitted value = setting.fit(Printable.line(tile.value()), Type.FIGURE, room.width(), figure);
        canvas.text(
                room.below(small + Math.max(0, (figure - value.height()) / 2)).top(figure),
                value,
                tile.tone(),
                Align.LEFT);
        Area rest = room.below(small + figure + 1);
        if (!tile.note().isEmpty() && rest.height() >= small - 1) {
            int lines = Math.max(1, (int) ((rest.height() + 1) / small));
            canvas.text(
                    rest,
                    setting.lines(tile.note(), Type.SMALL.size(), false, rest.width(), lines),
                    Tone.QUIET,
                    Align.LEFT);
        }
    }

    private void table(Table table, Area area) {
        Area room = headed(table.heading(), area);
        if (table.rows().isEmpty()) {
            none(table.none(), room, canvas, setting);
            return;
        }
        TableFit fit = TableFit.of(table, room, setting);
        canvas.table(room.top(fit.height()), fit);
        if (fit.left() > 0) {
            Area more = room.below(fit.height() + TableFit.DOWN).part(TableFit.ACROSS, room.width() - TableFit.ACROSS);
            write(deck.more(fit.left()), Type.SMALL, more.top(Type.SMALL.line()), Tone.QUIET);
        }
    }

    private void chart(Chart chart, Area area) {
        boolean empty = chart.isEmpty();
        Area room = headed(chart.heading(), empty ? "" : chart.unit(), area);
        if (empty) {
            none(chart.none(), room, canvas, setting);
        } else {
            canvas.chart(room, chart, chart.heading());
        }
    }
}
