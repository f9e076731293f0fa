package mainstay.planning.deck.slide;

import java.util.List;
import mainstay.planning.deck.slide.Block.Bar;
import mainstay.planning.deck.slide.Block.Line;
import mainstay.planning.deck.slide.Block.Mark;
import mainstay.planning.deck.slide.Block.Spans;
import mainstay.planning.deck.slide.Block.Thickness;

/// Bars beside their names.
final class SpansLayout {

    private static final double TALLEST = 30;
    private static final double LEAST = 19;
    private static final double LABEL = 0.36;
    private static final double NOTE = 0.17;
    private static final double GAP = 10;
    private static final double TEXT = 12.5;
    private static final double LEAST_TEXT = 10.5;
    private static final double POINT = 5;
    private static final double KEY = 8;
    private static final double MARK_WIDTH = 64;

    private final Deck deck;
    private final Canvas canvas;
    private final Setting setting;

    SpansLayout(Deck deck, Canvas canvas, Setting setting) {
        this.deck = deck;
        this.canvas = canvas;
        this.setting = setting;
    }

    void draw(Spans spans, Area area) {
        if (spans.lines().isEmpty()) {
            Layout.none(spans.none(), area, canvas, setting);
            return;
        }
        Fitted key = setting.fit(List.of(spans.key()), Type.SMALL, area.width(), 2 * Type.SMALL.line(), false);
        Area room = area.top(area.height() - key.height() - KEY);
        boolean labelled = spans.marks().stream().anyMatch(mark -> !mark.label().isEmpty());
        Area lines = room.below(labelled ? Type.SMALL.line() + 2 : 0);
        int fits = (int) Math.floor(lines.height() / LEAST);
        int shown = Math.min(spans.lines().size(), fits);
        if (shown < spans.total()) {
            shown = Math.min(shown, Math.max(1, fits - 1));
        }
        int left = spans.total() - shown;
        double height = Math.min(TALLEST, lines.height() / (shown + (left > 0 ? 1 : 0)));
        boolean noted = spans.lines().stream().anyMatch(line -> !line.note().isEmpty());
        double label = area.width() * LABEL;
        double note = noted ? area.width() * NOTE : 0;
        Area bars =
                lines.part(label + GAP, lines.width() - label - note - 2 * GAP).top(shown * height);
        spans.marks().forEach(mark -> mark(mark, bars, room));
        for (int i = 0; i < shown; i++) {
            Area row = new Area(lines.x(), lines.y() + i * height, lines.width(), height);
            line(spans.lines().get(i), row, bars, label, note);
        }
        double below = lines.y() + shown * height;
        if (left > 0) {
            one(deck.more(left), new Area(lines.x(), below, lines.width(), height), Tone.QUIET, Align.LEFT);
            below += height;
        }
        canvas.text(new Area(area.x(), below + KEY, area.width(), key.height()), key, Tone.QUIET, Align.LEFT);
    }

    private void mark(Mark mark, Area bars, Area room) {
        double x = bars.x() + mark.at() * bars.width();
        canvas.line(
                x,
                bars.y(),
                x,
                bars.bottom(),
                mark.dashed() ? Tone.INK : Tone.LINE,
                mark.dashed() ? 1 : 0.75,
                mark.dashed());
        if (!mark.label().isEmpty()) {
            canvas.text(
                    new Area(x - MARK_WIDTH / 2, room.y(), MARK_WIDTH, Type.SMALL.line()),
                    setting.lines(mark.label(), Type.SMALL.size(), false, MARK_WIDTH, 1),
                    mark.dashed() ? Tone.INK : Tone.QUIET,
                    Align.CENTRE);
        }
    }

    private void line(Line line, Area row, Area bars, double label, double note) {
        one(line.label(), row.part(0, label), Tone.INK, Align.LEFT);
        line.bars().forEach(bar -> bar(bar, bars, row));
        if (note > 0) {
            one(line.note(), row.part(row.width() - note, note), line.tone(), Align.RIGHT);
        }
    }

    /// In one line if need be in smaller letters, in the middle of its row.
    private void one(String text, Area area, Tone tone, Align align) {
        Fitted words = setting.lines(text, TEXT, false, area.width(), 1);
        if (words.cut()) {
            words = setting.lines(text, LEAST_TEXT, false, area.width(), 1);
        }
        double above = Math.max(0, (area.height() - words.line()) / 2);
        canvas.text(area.below(above).top(words.line()), words, tone, align);
    }

    private void bar(Bar bar, Area bars, Area row) {
        double from = bars.x() + Math.clamp(bar.from(), 0, 1) * bars.width();
        double to = bars.x() + Math.clamp(bar.to(), 0, 1) * bars.width();
        double height = row.height() * bar.thickness().share();
        double y = row.y() + (row.height() - height) / 2;
        if (bar.thickness() == Thickness.POINT) {
            canvas.box(new Area(from - POINT / 2, y, POINT, height), bar.tone());
        } else {
            canvas.box(new Area(from, y, Math.max(2, to - from), height), bar.tone());
        }
    }
}
