package mainstay.analytics.rhythm;

import java.util.Locale;
import java.util.OptionalDouble;

/// How a customer's current gap compares with its rhythm, with every number the verdict rests on.
///
/// @param currentGap days since the last purchase, 0 or more
/// @param late the threshold after which the customer is late
/// @param silent the threshold after which the customer is silent, not below `late`
public record Lateness(int currentGap, GapThreshold late, GapThreshold silent) {

    /// The verdict on a current gap.
    public enum State {
        /// The gap has not passed the late threshold.
        ON_TIME,
        /// The gap has passed the late threshold, not the silent one: time to ask.
        LATE,
        /// The gap has passed the silent threshold: treat the customer as leaving.
        SILENT
    }

    /// The verdict: a gap equal to a threshold has not passed it.
    public State state() {
        if (currentGap > silent.days()) {
            return State.SILENT;
        }
        return currentGap > late.days() ? State.LATE : State.ON_TIME;
    }

    /// The current gap divided by the late threshold: 1 at the threshold, 2 at twice its length.
    public double ratio() {
        return currentGap / late.days();
    }

    /// The verdict and its reasons in one English paragraph; the parts are there for other languages.
    public String explain() {
        return String.format(
                Locale.ROOT,
                "%s: %d days since the last purchase are %.2f times the late threshold of %.1f days. "
                        + "The threshold is the %.0f %% quantile of gaps: own %s from %d gaps, peers %s, own weight %.0f %%. "
                        + "Silent after %.1f days.",
                state().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                currentGap,
                ratio(),
                late.days(),
                100 * late.level(),
                inDays(late.own()),
                late.ownGaps(),
                inDays(late.peers()),
                100 * late.ownWeight(),
                silent.days());
    }

    private static String inDays(OptionalDouble days) {
        return days.isPresent() ? String.format(Locale.ROOT, "%.1f days", days.getAsDouble()) : "unknown";
    }
}
