package mainstay.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// When an activity begins, as the firm's calendar has it.
///
/// @param dayOnly  whether nobody said at which time of the day
/// @param onDay    day where the firm is
/// @param startsAt where there is no time, when that day begins
public record ActivityMoment(boolean dayOnly, LocalDate onDay, Instant startsAt) {

    public static ActivityMoment of(LocalDate day, ZoneId zone) {
        return new ActivityMoment(true, day, day.atStartOfDay(zone).toInstant());
    }

    /// Of a time that a clock shows twice on that day, the first.
    public static ActivityMoment of(LocalDate day, LocalTime time, ZoneId zone) {
        return new ActivityMoment(false, day, day.atTime(time).atZone(zone).toInstant());
    }

    public static ActivityMoment of(Instant start, ZoneId zone) {
        Instant second = start.truncatedTo(ChronoUnit.SECONDS);
        return new ActivityMoment(false, second.atZone(zone).toLocalDate(), second);
    }

    /// Whether clocks jump over a time of a day.
    static boolean isSkipped(LocalDate day, LocalTime time, ZoneId zone) {
        return zone.getRules().getValidOffsets(day.atTime(time)).isEmpty();
    }

    /// Whether it has not begun yet.
    boolean isAhead(Instant now, ZoneId zone) {
        return dayOnly ? onDay.isAfter(now.atZone(zone).toLocalDate()) : startsAt.isAfter(now);
    }

    /// When so many minutes of it are over, counted from moment to moment whatever clocks do meanwhile.
    Instant end(int minutes) {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }
}
