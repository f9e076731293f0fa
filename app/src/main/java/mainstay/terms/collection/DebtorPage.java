package mainstay.terms.collection;

import java.time.LocalDate;
import java.util.List;

/// Debtors in the order asked for, a page of them.
///
/// @param found   how many the filter leaves
/// @param open    what those owe together
/// @param overdue of that, overdue
public record DebtorPage(LocalDate asOf, List<DebtorRow> rows, long found, long open, long overdue, int number) {

    static final int SIZE = 50;

    public boolean hasNext() {
        return (long) number * SIZE < found;
    }

    public boolean hasPrevious() {
        return number > 1;
    }

    public long pages() {
        return Math.max(1, (found + SIZE - 1) / SIZE);
    }
}
