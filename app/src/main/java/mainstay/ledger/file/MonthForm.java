package mainstay.ledger.file;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Months such as 2026-01, 202601, 2026年1月 or 01/2026, and days, which stand for their month. Kept as the
/// first day.
record MonthForm(DateForm days) implements DateForm {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.年]?(\\d{2})月?|(\\d{4})[-/.年](\\d)月?");
    private static final Pattern MONTH_FIRST = Pattern.compile("(\\d{1,2})[-/.](\\d{4})");

    static boolean isMonth(String text) {
        return month(text) != NO_DATE;
    }

    @Override
    public int epochDay(String text) {
        int month = month(text);
        int day = month == NO_DATE ? days.epochDay(text) : month;
        return day == NO_DATE
                ? NO_DATE
                : Math.toIntExact(LocalDate.ofEpochDay(day).withDayOfMonth(1).toEpochDay());
    }

    private static int month(String text) {
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            int at = yearFirst.group(1) == null ? 3 : 1;
            return first(yearFirst.group(at), yearFirst.group(at + 1));
        }
        Matcher monthFirst = MONTH_FIRST.matcher(text);
        return monthFirst.matches() ? first(monthFirst.group(2), monthFirst.group(1)) : NO_DATE;
    }

    private static int first(String year, String month) {
        int number = Integer.parseInt(month);
        return number < 1 || number > 12
                ? NO_DATE
                : Math.toIntExact(
                        LocalDate.of(Integer.parseInt(year), number, 1).toEpochDay());
    }
}
