package mainstay.team.energy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import mainstay.shared.Problem;
import mainstay.shared.web.CalendarDays;

/// Days that are looked at, both included.
public record EnergyPeriod(LocalDate from, LocalDate until) {

    private static final int MONTHS = 2;
    private static final int MOST_DAYS = 731;
    private static final int DAY_IN_FIRST_WEEK = 4;

    public EnergyPeriod {
        if (until.isBefore(from)) {
            throw new Problem.Invalid("energy.wrong.period", from, until);
        }
    }

    /// What is not written: this month and the two before, up to today.
    public static EnergyPeriod of(String from, String until, LocalDate today) {
        LocalDate last = until.isBlank() ? today : day(until);
        LocalDate first = from.isBlank() ? last.minusMonths(MONTHS).withDayOfMonth(1) : day(from);
        EnergyPeriod asked = new EnergyPeriod(first, last);
        if (asked.days() > MOST_DAYS) {
            throw new Problem.Invalid("energy.wrong.period", first, last);
        }
        return asked;
    }

    static LocalDate day(String written) {
        try {
            return CalendarDays.day(written);
        } catch (DateTimeException unreadable) {
            throw new Problem.Invalid("energy.wrong.day", written);
        }
    }

    /// The last weeks that are over, Monday to Sunday.
    static EnergyPeriod weeksBefore(LocalDate today, int weeks) {
        LocalDate monday = monday(today);
        return new EnergyPeriod(monday.minusWeeks(weeks), monday.minusDays(1));
    }

    /// As many months up to a day, each of whole weeks but the last one.
    static EnergyPeriod monthsUpTo(LocalDate until, int months) {
        YearMonth first = monthOf(until).minusMonths(months - 1L);
        return new EnergyPeriod(monday(first.atDay(DAY_IN_FIRST_WEEK)), until);
    }

    /// The month to which the week of a day belongs: that of its Thursday.
    static YearMonth monthOf(LocalDate day) {
        return YearMonth.from(monday(day).with(DayOfWeek.THURSDAY));
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /// All weeks that it touches and that are over; the last one that is over where it touches none of them.
    EnergyPeriod inWeeks(LocalDate today) {
        EnergyPeriod last = weeksBefore(today, 1);
        LocalDate first = monday(from);
        LocalDate sunday = monday(until).with(DayOfWeek.SUNDAY);
        return new EnergyPeriod(
                first.isAfter(last.from) ? last.from : first, sunday.isAfter(last.until) ? last.until : sunday);
    }

    public long days() {
        return ChronoUnit.DAYS.between(from, until) + 1;
    }
}
