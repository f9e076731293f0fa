package mainstay.planning.deck.slide;

import java.util.ArrayList;
import java.util.List;
import mainstay.planning.deck.slide.Block.Cell;
import mainstay.planning.deck.slide.Block.Column;
import mainstay.planning.deck.slide.Block.Table;

/// A table that fits its area: widths and heights in points, and as many rows as there is room for.
///
/// @param left how many rows there was no room for
record TableFit(List<Double> widths, List<Row> rows, int left) {

    static final double ACROSS = 5;
    static final double DOWN = 3;
    private static final int LINES = 2;
    private static final int MOST_LINES = 4;
    /// More than any slide has room for.
    private static final int MOST_ROWS = 60;

    /// @param head whether it says what stands below
    record Row(double height, boolean head, List<Field> fields) {}

    record Field(Fitted text, Tone tone, boolean number) {}

    double height() {
        return rows.stream().mapToDouble(Row::height).sum();
    }

    /// Larger letters before smaller ones, whole texts before cut ones.
    static TableFit of(Table table, Area area, Setting setting) {
        List<Double> widths = widths(table, area.width());
        double room = area.height();
        TableFit fit = set(table, widths, Type.TABLE.size(), MOST_LINES, Double.MAX_VALUE, setting);
        if (fit.height() <= room && fit.left() == 0) {
            return fit;
        }
        for (double size = Type.TABLE.size(); ; size = Type.TABLE.after(size)) {
            fit = set(table, widths, size, LINES, Double.MAX_VALUE, setting);
            if (fit.height() <= room && fit.left() == 0) {
                return fit;
            }
            if (size <= Type.TABLE.least()) {
                return set(table, widths, size, LINES, room - Type.SMALL.line() - DOWN, setting);
            }
        }
    }

    private static List<Double> widths(Table table, double width) {
        double shares = table.columns().stream().mapToDouble(Column::share).sum();
        return table.columns().stream()
                .map(column -> width * column.share() / shares)
                .toList();
    }

    private static TableFit set(
            Table table, List<Double> widths, double size, int lines, double room, Setting setting) {
        List<Row> rows = new ArrayList<>();
        rows.add(head(table, widths, setting));
        double taken = rows.getFirst().height();
        for (List<Cell> cells : table.rows()) {
            Row row = row(table, cells, widths, size, lines, setting);
            if (taken + row.height() > room || rows.size() > MOST_ROWS) {
                break;
            }
            taken += row.height();
            rows.add(row);
        }
        return new TableFit(widths, List.copyOf(rows), table.total() - (rows.size() - 1));
    }

    private static Row head(Table table, List<Double> widths, Setting setting) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            Column column = table.columns().get(i);
            fields.add(new Field(
                    setting.lines(column.head(), Type.HEAD.size(), true, widths.get(i) - 2 * ACROSS, LINES),
                    Tone.QUIET,
                    column.number()));
        }
        return new Row(height(fields), true, List.copyOf(fields));
    }

    private static Row row(
            Table table, List<Cell> cells, List<Double> widths, double size, int lines, Setting setting) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < widths.size(); i++) {
            Cell cell = cells.get(i);
            fields.add(new Field(
                    setting.lines(cell.text(), size, false, widths.get(i) - 2 * ACROSS, lines),
                    cell.tone(),
                    table.columns().get(i).number()));
        }
        return new Row(height(fields), false, List.copyOf(fields));
    }

    private static double height(List<Field> fields) {
        return 2 * DOWN
                + fields.stream()
                        .map(Field::text)
                        .mapToDouble(text -> Math.max(text.height(), text.line()))
                        .max()
                        .orElse(0);
    }
}
