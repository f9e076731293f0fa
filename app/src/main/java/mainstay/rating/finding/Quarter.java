package mainstay.rating.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// A quarter of the calendar, both days included.
public record Quarter(LocalDate from, LocalDate to) {
    private static final int MONTHS = 3;

    public static Quarter of(LocalDate day) {
        LocalDate first = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % MONTHS);
        return new Quarter(first, first.plusMonths(MONTHS).minusDays(1));
    }

    /// The quarter of a day and those before it, the oldest first.
    static List<Quarter> upTo(LocalDate day, int count) {
        List<Quarter> quarters = new ArrayList<>(count);
        for (int back = count - 1; back >= 0; back--) {
            quarters.add(of(day.minusMonths((long) MONTHS * back).withDayOfMonth(1)));
        }
        return quarters;
    }

    public String year() {
        return String.valueOf(from.getYear());
    }

    public int number() {
        return (from.getMonthValue() + 2) / MONTHS;
    }
}
