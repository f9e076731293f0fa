package mainstay.team.energy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import mainstay.shared.Problem;
import mainstay.shared.web.CalendarDays;

/// Days that are looked at, both included.
public record EnergyPeriod(LocalDate from, LocalDate until) {

    private static final int MONTHS = 2;
    private static final int DAYS_OF_WEEK = 7;
    private static final int MOST_DAYS = 731;

    public EnergyPeriod {
        if (until.isBefore(from) || ChronoUnit.DAYS.between(from, until) >= MOST_DAYS) {
            throw new Problem.Invalid("energy.wrong.period", from, until);
        }
    }

    /// What is not written: this month and the two before, up to today.
    public static EnergyPeriod of(String from, String until, LocalDate today) {
        LocalDate last = until.isBlank() ? today : day(until);
        LocalDate first = from.isBlank() ? last.minusMonths(MONTHS).withDayOfMonth(1) : day(from);
        return new EnergyPeriod(first, last);
    }

    static LocalDate day(String written) {
        try {
            return CalendarDays.day(written);
        } catch (DateTimeException unreadable) {
            throw new Problem.Invalid("energy.wrong.day", written);
        }
    }

    EnergyPeriod atLeastAWeek() {
        return days() < DAYS_OF_WEEK ? new EnergyPeriod(until.minusDays(DAYS_OF_WEEK - 1), until) : this;
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }
}
