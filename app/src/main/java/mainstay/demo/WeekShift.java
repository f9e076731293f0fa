package mainstay.demo;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Moves dates by whole weeks, so that weekdays stay what they were.
record WeekShift(long weeks) {

    static final WeekShift NONE = new WeekShift(0);

    /// The shift after which the last day of a ledger is one of the seven days before today.
    static WeekShift endingBefore(LocalDate today, LocalDate lastDay) {
        return new WeekShift(Math.floorDiv(ChronoUnit.DAYS.between(lastDay, today.minusDays(1)), 7L));
    }

    LocalDate apply(LocalDate day) {
        return day.plusWeeks(weeks);
    }

    /// The same for a written ISO date; blank stays blank.
    String apply(String day) {
        return day.isBlank() ? day : apply(LocalDate.parse(day)).toString();
    }
}
