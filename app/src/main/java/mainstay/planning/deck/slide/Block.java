package mainstay.planning.deck.slide;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that stands on a slide. Where there is nothing to show, it says in words what is not known and what
/// would change that.
public sealed interface Block {

    /// Where it stands on the grid of a slide, which has twelve columns and twelve rows.
    default Placed at(int column, int row, int columns, int rows) {
        return new Placed(this, column, row, columns, rows);
    }

    /// Prose.
    ///
    /// @param points each with a dot before it
    /// @param none   stands where there is no paragraph
    record Words(String heading, List<String> paragraphs, boolean points, String none) implements Block {}

    /// Figures side by side.
    record Tiles(List<Tile> tiles) implements Block {}

    /// @param note below the figure: what it is held against; empty where there is nothing to say
    record Tile(String label, String value, String note, Tone tone) {}

    /// Rows under a head.
    ///
    /// @param total of all rows, of which these may be the first
    /// @param none  stands where there is no row
    record Table(String heading, List<Column> columns, List<List<Cell>> rows, int total, String none) implements Block {

        public static Table of(String heading, List<Column> columns, List<List<Cell>> rows, String none) {
            return new Table(heading, columns, rows, rows.size(), none);
        }
    }

    /// @param share of the width, against those of the others
    record Column(String head, double share, boolean number) {

        public static Column of(String head, double share) {
            return new Column(head, share, false);
        }
    }

    /// One field of a table.
    record Cell(String text, Tone tone) {

        public static Cell of(String text) {
            return new Cell(text, Tone.INK);
        }
    }

    /// Columns or lines over the same categories.
    ///
    /// @param unit     in which the values are
    /// @param decimals of the values
    /// @param none     stands where there is no value
    record Chart(
            String heading,
            Kind kind,
            List<String> categories,
            List<Series> series,
            String unit,
            int decimals,
            String none)
            implements Block {

        /// How it is drawn.
        public enum Kind {
            COLUMNS,
            LINES
        }

        public boolean isEmpty() {
            return series.stream().allMatch(one -> one.values().stream().allMatch(value -> value == null));
        }
    }

    /// @param values one for each category; null where it is unknown
    /// @param dashed whether it is a target and not what was
    record Series(String name, List<@Nullable Double> values, Tone tone, boolean dashed) {}

    /// Bars beside their names, from left to right: spans of days, intervals, steps of a sum.
    ///
    /// @param total of all lines, of which these may be the first
    /// @param marks across all lines
    /// @param key   what the bars mean, below them; empty where the heading says it
    /// @param none  stands where there is no line
    record Spans(String heading, List<Line> lines, int total, List<Mark> marks, String key, String none)
            implements Block {}

    /// @param note at the right: a figure, a name
    record Line(String label, List<Bar> bars, String note, Tone tone) {}

    /// @param from in parts of the width, from 0 to 1
    record Bar(double from, double to, Tone tone, Thickness thickness) {}

    /// How tall a bar is.
    enum Thickness {
        FULL(0.62),
        THIN(0.2),
        POINT(0.62);

        private final double share;

        Thickness(double share) {
            this.share = share;
        }

        /// Of the height of a line.
        double share() {
            return share;
        }
    }

    /// @param at    in parts of the width
    /// @param label above; empty for none
    record Mark(double at, String label, boolean dashed) {}
}
