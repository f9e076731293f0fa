package mainstay.portfolio.drill;

import java.time.LocalDate;
import java.time.YearMonth;
import mainstay.shared.Period;
import org.jspecify.annotations.Nullable;

/// Days from and to, both included; none where `from` comes after `to`.
record Days(LocalDate from, LocalDate to) {

    static Days of(Period period, @Nullable YearMonth month) {
        return month == null
                ? new Days(period.from(), period.to())
                : new Days(later(period.from(), month.atDay(1)), earlier(period.to(), month.atEndOfMonth()));
    }

    Days minusDays(long days) {
        return new Days(from.minusDays(days), to.minusDays(days));
    }

    /// First day of the first whole month inside.
    LocalDate monthsFrom() {
        return hasWholeMonth() ? firstWholeMonth() : to.plusDays(1);
    }

    /// Day after the last whole month inside.
    LocalDate monthsTo() {
        return hasWholeMonth() ? to.plusDays(1).withDayOfMonth(1) : to.plusDays(1);
    }

    private boolean hasWholeMonth() {
        return firstWholeMonth().isBefore(to.plusDays(1).withDayOfMonth(1));
    }

    private LocalDate firstWholeMonth() {
        return from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
