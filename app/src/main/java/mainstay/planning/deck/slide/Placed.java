package mainstay.planning.deck.slide;

/// A block and its place on the grid of a slide.
public record Placed(Block block, int column, int row, int columns, int rows) {

    public Placed {
        if (column < 0 || row < 0 || columns < 1 || rows < 1 || column + columns > 12 || row + rows > 12) {
            throw new IllegalArgumentException(
                    "a slide has 12 columns and rows, not %d+%d and %d+%d".formatted(column, columns, row, rows));
        }
    }
}
