package mainstay.shared;

import java.time.LocalDate;

/// Calendar days from `from` to `to`, both included.
public record Period(LocalDate from, LocalDate to) {

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends on or after its first day, not " + from + " to " + to);
        }
    }

    /// The twelve months that end with a day.
    public static Period yearEnding(LocalDate day) {
        return new Period(day.plusDays(1).minusYears(1), day);
    }

    public Period yearBefore() {
        return new Period(from.minusYears(1), to.minusYears(1));
    }

    public long days() {
        return to.toEpochDay() - from.toEpochDay() + 1;
    }
}
