package mainstay.team.energy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// People whose hours are read together, and how closely.
///
/// @param people  their numbers; null for everybody
/// @param inWeeks whether the reader may know whole weeks that are over and nothing else: single days are
/// for the person and for directors
record Circle(@Nullable Set<Long> people, boolean inWeeks) {

    Long @Nullable [] numbers() {
        return people == null ? null : people.toArray(Long[]::new);
    }

    boolean has(long person) {
        return people == null || people.contains(person);
    }

    EnergyPeriod readable(EnergyPeriod asked, LocalDate today) {
        return inWeeks ? asked.inWeeks(today) : asked;
    }

    /// The last day that may be read.
    LocalDate last(LocalDate today) {
        return inWeeks ? EnergyPeriod.weeksBefore(today, 1).until() : today;
    }

    /// The first day on which something that begins on a day can be compared with what was before.
    LocalDate knownOn(LocalDate day) {
        return inWeeks ? since(day).plusWeeks(1) : day;
    }

    /// From which on something that begins on a day can be told apart from what was before.
    LocalDate since(LocalDate day) {
        return inWeeks ? day.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)) : day;
    }

    /// The last day that was quite without it.
    LocalDate before(LocalDate day) {
        return (inWeeks ? EnergyPeriod.monday(day) : day).minusDays(1);
    }
}
