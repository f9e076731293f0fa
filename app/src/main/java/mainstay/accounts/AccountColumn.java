package mainstay.accounts;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import mainstay.identity.Level;
import org.jspecify.annotations.Nullable;

/// A figure that another module puts beside the accounts of a list.
public interface AccountColumn {

    /// Stable name, in addresses and in JSON.
    String key();

    String labelKey();

    int order();

    /// What a reader's role must reach for the column to be shown.
    Level needed();

    /// The figures of some accounts; those not in it are unknown.
    Map<Long, Cell> of(Collection<Long> accountIds);

    /// Message key of what an account without a figure is, where that says something: the cell stays blank then.
    /// Null: it is unknown.
    default @Nullable String absentKey() {
        return null;
    }

    /// Whether a narrow screen leaves the column out.
    default boolean isSecondary() {
        return false;
    }

    /// Where the list finds the figure to sort by it; null: it cannot.
    default @Nullable Ordering ordering() {
        return null;
    }

    /// How a figure is shown.
    enum Form {
        MONEY,
        PERCENT,
        NUMBER,
        DECIMAL,
        STARS,
        TEXT_KEY
    }

    /// One figure. A number is null where it is unknown; a text is a message key.
    record Cell(
            Form form, @Nullable Number number, @Nullable String textKey) {

        public static Cell of(Form form, @Nullable Number number) {
            return new Cell(form, number, null);
        }

        public static Cell text(String key) {
            return new Cell(Form.TEXT_KEY, null, key);
        }
    }

    /// A published view with one row at most for each account (`account_id`) and the column to sort by.
    record Ordering(String view, String column) {

        private static final Pattern VIEW = Pattern.compile("[a-z_]+\\.pub_[a-z_]+");
        private static final Pattern COLUMN = Pattern.compile("[a-z_]+");

        public Ordering {
            if (!VIEW.matcher(view).matches() || !COLUMN.matcher(column).matches()) {
                throw new IllegalArgumentException("not a published view and its column: " + view + ", " + column);
            }
        }
    }
}
