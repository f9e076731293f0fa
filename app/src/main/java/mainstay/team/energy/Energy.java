package mainstay.team.energy;

import org.jspecify.annotations.Nullable;

/// How recorded time was spent, in minutes, beside the time that there was.
///
/// @param external  with customers, the way there included
/// @param meetings  activities among ourselves
/// @param decisions saying yes or no to requests
/// @param covered   what is on record of those whose working time is known
/// @param working   their working time: working days, absences taken off
public record Energy(double external, double meetings, double decisions, double covered, double working) {

    public static final Energy NONE = new Energy(0, 0, 0, 0, 0);

    /// Of people whose working time is known.
    static Energy of(double external, double meetings, double decisions, double working) {
        return new Energy(external, meetings, decisions, external + meetings + decisions, working);
    }

    Energy plus(Energy other) {
        return new Energy(
                external + other.external,
                meetings + other.meetings,
                decisions + other.decisions,
                covered + other.covered,
                working + other.working);
    }

    public double internal() {
        return meetings + decisions;
    }

    public double total() {
        return external + internal();
    }

    /// Null where nothing is on record.
    public @Nullable Double internalShare() {
        return total() > 0 ? Double.valueOf(internal() / total()) : null;
    }

    /// Which part of the working time is on record; null where the working time is not known.
    public @Nullable Double measured() {
        return working > 0 ? Double.valueOf(covered / working) : null;
    }
}
