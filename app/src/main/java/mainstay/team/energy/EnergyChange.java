package mainstay.team.energy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// As many days before a day as from it on. Of others in whole weeks: the week within which the day lies is
/// on neither side.
///
/// @param day     from which on something else was the rule
/// @param knownOn first day on which both sides are told
/// @param weeks   that were asked for
/// @param team    name that the leader signs in with; empty for all
/// @param person  name that somebody signs in with; empty for the team
/// @param before  null before that day; likewise `after`
/// @param rules   changes of who decides, the latest first
public record EnergyChange(
        LocalDate day,
        LocalDate knownOn,
        int weeks,
        String team,
        String person,
        EnergySettings settings,
        @Nullable Window before,
        @Nullable Window after,
        List<Rule> rules) {

    /// Lengths that the page offers.
    public static final List<Integer> WEEKS = List.of(4, 8, 13, 26);

    /// One of both.
    public record Window(EnergyPeriod period, Energy energy, Verdict verdict) {}

    /// @param day of the change where the firm is
    public record Rule(String kind, int version, LocalDate day, Instant changedAt, String changedBy) {}

    /// Whether a whole week has to pass before both sides are told.
    public boolean waitsForWeek() {
        return !knownOn.equals(day);
    }

    /// Points of a percentage by which the share among ourselves rose; null where either is not known.
    public @Nullable Double difference() {
        if (before == null || after == null) {
            return null;
        }
        Double was = before.energy().internalShare();
        Double is = after.energy().internalShare();
        return was == null || is == null ? null : Double.valueOf((is - was) * 100);
    }

    /// Whether either window rests on too little.
    public boolean isUnsure() {
        return before == null
                || after == null
                || before.verdict() == Verdict.UNSURE
                || after.verdict() == Verdict.UNSURE;
    }
}
