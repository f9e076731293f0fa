package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows behind a finding as a table.
///
/// @param headings message keys
/// @param all      address where all of them stand; null where there is none
public record Evidence(
        List<String> headings, List<Row> rows, @Nullable String all) {

    public static final int MOST = 200;

    /// @param link where the row itself stands; null where it is a sum of many
    public record Row(List<Cell> cells, @Nullable String link) {}

    /// @param value null where it is not known
    public record Cell(Kind kind, @Nullable Object value) {

        public static Cell text(@Nullable String text) {
            return new Cell(Kind.TEXT, text);
        }

        public static Cell day(@Nullable LocalDate day) {
            return new Cell(Kind.DAY, day);
        }

        public static Cell money(@Nullable Long amount) {
            return new Cell(Kind.MONEY, amount);
        }

        public static Cell quantity(@Nullable Long quantity) {
            return new Cell(Kind.QUANTITY, quantity);
        }

        public static Cell share(@Nullable Double share) {
            return new Cell(Kind.SHARE, share);
        }

        public boolean isNumber() {
            return kind == Kind.MONEY || kind == Kind.QUANTITY || kind == Kind.SHARE;
        }

        public @Nullable Long amount() {
            return value instanceof Long amount ? amount : null;
        }

        public @Nullable LocalDate date() {
            return value instanceof LocalDate date ? date : null;
        }

        public @Nullable Double fraction() {
            return value instanceof Double fraction ? fraction : null;
        }

        public @Nullable String words() {
            return value instanceof String words ? words : null;
        }
    }

    /// How a cell is written; money and quantities are in ten-thousandths.
    public enum Kind {
        TEXT,
        DAY,
        MONEY,
        QUANTITY,
        SHARE
    }

    public boolean isCut() {
        return rows.size() >= MOST;
    }
}
