package mainstay.portfolio;

import java.time.LocalDate;

/// A question with its days settled.
///
/// @param from first day, included
/// @param to last day, included, never after the as-of day
public record Scope(LocalDate asOf, LocalDate from, LocalDate to, boolean group, Basis by, SalesView view) {

    /// The same days of the year before.
    Scope yearBefore() {
        LocalDate last = from.minusDays(1);
        return lasts(12)
                ? new Scope(last, last.minusYears(1).plusDays(1), last, group, by, view)
                : new Scope(to.minusYears(1), from.minusYears(1), to.minusYears(1), group, by, view);
    }

    /// First day of the first whole month inside.
    LocalDate monthsFrom() {
        return wholeMonths() ? firstWholeMonth() : to.plusDays(1);
    }

    /// Day after the last whole month inside.
    LocalDate monthsTo() {
        return wholeMonths() ? to.plusDays(1).withDayOfMonth(1) : to.plusDays(1);
    }

    private boolean lasts(int months) {
        return from.equals(to.minusMonths(months).plusDays(1));
    }

    private boolean wholeMonths() {
        return firstWholeMonth().isBefore(to.plusDays(1).withDayOfMonth(1));
    }

    private LocalDate firstWholeMonth() {
        return from.getDayOfMonth() == 1 ? from : from.plusMonths(1).withDayOfMonth(1);
    }
}
