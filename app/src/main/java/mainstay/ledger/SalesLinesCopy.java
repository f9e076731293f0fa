package mainstay.ledger;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import mainstay.ledger.file.CopyText;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/// Copies lines into a table with a part for each month, which it opens when the first line of a month comes.
final class SalesLinesCopy implements AutoCloseable {

    private static final int BLOCK = 1 << 16;
    /// Half a century; each month locks tables while it is published and while it is cleared away.
    private static final int MOST_MONTHS = 600;
    private static final String COLUMNS = """
            document_id, line, account_id, bill_to_id, product_id, quantity, price, amount, cost, floor_price,
            original_amount, original_cost, batch_id, file_line, date, credit, unit, currency, region, channel, sales_person""";

    private final CopyText text = new CopyText();
    private final Set<LocalDate> opened = new HashSet<>();
    private final Place place;
    private @Nullable CopyIn copy;
    private long monthFrom;
    private long monthTo;

    SalesLinesCopy(Place place) {
        this.place = place;
    }

    /// Where lines and months go.
    interface Place extends AutoCloseable {
        CopyIn copy(String columns) throws SQLException;

        void openMonth(LocalDate month);

        /// Whether a month was taken to be complete, so that lines may come into it only when it is opened anew.
        boolean isComplete(LocalDate month);

        /// There are no more lines: waits until the months are ready to be published.
        void finish();

        /// Gives up what is not finished.
        @Override
        void close();
    }

    CopyText text() {
        return text;
    }

    /// Makes sure that there is a part for the day. No rows may be under way while one is made.
    void reach(int day) throws SQLException {
        if (day >= monthFrom && day < monthTo) {
            return;
        }
        LocalDate month = LocalDate.ofEpochDay(day).withDayOfMonth(1);
        monthFrom = month.toEpochDay();
        monthTo = month.plusMonths(1).toEpochDay();
        boolean isNew = opened.add(month);
        if (opened.size() > MOST_MONTHS) {
            throw new IllegalStateException("lines of more than " + MOST_MONTHS + " months");
        }
        if (isNew || place.isComplete(month)) {
            end();
            place.openMonth(month);
        }
    }

    /// Sends what makes a block.
    boolean sendFull() throws SQLException {
        if (text.length() <= BLOCK) {
            return false;
        }
        send();
        return true;
    }

    void end() throws SQLException {
        if (text.length() > 0) {
            send();
        }
        if (copy != null) {
            copy.endCopy();
            copy = null;
        }
    }

    /// There are no more lines.
    void finish() throws SQLException {
        end();
        place.finish();
    }

    @Override
    public void close() throws SQLException {
        try (place) {
            if (copy != null && copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private void send() throws SQLException {
        CopyIn into = copy == null ? place.copy(COLUMNS) : copy;
        copy = into;
        byte[] bytes = text.drain();
        into.writeToCopy(bytes, 0, bytes.length);
    }
}
