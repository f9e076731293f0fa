package mainstay.accounts;

import java.time.LocalDate;
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

    /// Message key of what an account without a figure is, where that says something: the cell stays blank
    /// then. Null: it is unknown.
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

    /// Whether its figures are amounts in the firm's currency.
    default boolean isMoney() {
        return false;
    }

    /// Whether it stands wherever an account is named in short. One such column at most is about money: it
    /// says how large an account is.
    default boolean isAtAGlance() {
        return false;
    }

    /// How the figures of many accounts add up; null: their sum says nothing.
    default @Nullable Summing summing() {
        return null;
    }

    /// How a figure is shown.
    enum Form {
        MONEY,
        PERCENT,
        NUMBER,
        DECIMAL,
        STARS,
        /// a day, counted from 1970-01-01
        DATE,
        /// a text as it is
        TEXT,
        /// a message key
        TEXT_KEY
    }

    /// One figure; neither number nor text where it is unknown.
    record Cell(
            Form form, @Nullable Number number, @Nullable String text) {

        public static Cell of(Form form, @Nullable Number number) {
            return new Cell(form, number, null);
        }

        public static Cell text(String key) {
            return text(Form.TEXT_KEY, key);
        }

        public static Cell text(Form form, @Nullable String text) {
            return new Cell(form, null, text);
        }

        public boolean isUnknown() {
            return number == null && text == null;
        }

        public @Nullable LocalDate day() {
            return number == null ? null : LocalDate.ofEpochDay(number.longValue());
        }
    }

    /// What is needed to add figures up.
    ///
    /// @param figures  where they stand
    /// @param revision published view with one row, whose column `revision` grows whenever a figure changes
    record Summing(Ordering figures, Form form, String revision) {

        public Summing {
            if (!Ordering.VIEW.matcher(revision).matches()) {
                throw new IllegalArgumentException("not a published view: " + revision);
            }
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
