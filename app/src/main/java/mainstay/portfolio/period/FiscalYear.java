package mainstay.portfolio.period;

import java.time.LocalDate;
import java.time.YearMonth;
import mainstay.shared.Period;

/// A year of the firm's accounts.
///
/// @param start its first month
record FiscalYear(YearMonth start) {

    private static final int MONTHS = 12;
    private static final int QUARTER = 3;

    /// The one that a day lies in.
    static FiscalYear around(LocalDate day, int startMonth) {
        YearMonth start = YearMonth.of(day.getYear(), startMonth);
        return new FiscalYear(YearMonth.from(day).isBefore(start) ? start.minusYears(1) : start);
    }

    FiscalYear before() {
        return new FiscalYear(start.minusYears(1));
    }

    Period days() {
        return days(start, MONTHS);
    }

    /// @param number from 1 to 4
    Period quarter(int number) {
        return days(start.plusMonths((number - 1L) * QUARTER), QUARTER);
    }

    int quarterOf(LocalDate day) {
        return (int) (start.until(YearMonth.from(day), java.time.temporal.ChronoUnit.MONTHS) / QUARTER) + 1;
    }

    /// A year of its own has one number, one that spans two has both.
    String name() {
        return start.getMonthValue() == 1
                ? String.valueOf(start.getYear())
                : "%d/%02d".formatted(start.getYear(), (start.getYear() + 1) % 100);
    }

    String code() {
        return "fy" + start.getYear();
    }

    private static Period days(YearMonth first, int months) {
        return new Period(first.atDay(1), first.plusMonths(months - 1L).atEndOfMonth());
    }
}
