package mainstay.planning.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// The period after a period.
final class NextPeriod {

    private NextPeriod() {}

    /// The last day of the period that follows at once and is just as long, in whole months where it was whole
    /// months: a year stays a year, whether or not February has 29 days.
    static LocalDate end(LocalDate from, LocalDate to) {
        LocalDate next = to.plusDays(1);
        long months = ChronoUnit.MONTHS.between(from, next);
        return from.plusMonths(months).equals(next)
                ? next.plusMonths(months).minusDays(1)
                : next.plusDays(next.toEpochDay() - from.toEpochDay()).minusDays(1);
    }

    /// The same with its year moved on, where it names one.
    static String title(String title, int year, int next) {
        return title.replace(String.valueOf(year), String.valueOf(next));
    }
}
