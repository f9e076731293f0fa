package mainstay.analytics.rhythm;

import java.util.OptionalDouble;

/// The typical thresholds of a group of similar customers under one [RhythmRule].
///
/// @param customers number of peers with enough gaps to be counted
/// @param lateAfter median over the peers of their gap quantile at the late level, in days; empty without
/// such peers
/// @param silentAfter median over the peers of their gap quantile at the silent level, in days; empty without
/// such peers
public record PeerRhythm(int customers, OptionalDouble lateAfter, OptionalDouble silentAfter) {

    /// No similar customer is known: a customer is judged by its own gaps alone.
    public static final PeerRhythm UNKNOWN = new PeerRhythm(0, OptionalDouble.empty(), OptionalDouble.empty());

    /// Checks that the thresholds fit each other.
    ///
    /// @throws IllegalArgumentException if only one threshold is known, if customers are below 0, or if the
    /// customer would be silent before it is late
    public PeerRhythm {
        if (customers < 0 || lateAfter.isPresent() != silentAfter.isPresent()) {
            throw new IllegalArgumentException(
                    customers + " peers with thresholds " + lateAfter + " and " + silentAfter);
        }
        if (lateAfter.isPresent() && !(lateAfter.getAsDouble() <= silentAfter.getAsDouble())) {
            throw new IllegalArgumentException(
                    "late after " + lateAfter.getAsDouble() + " days, but silent after " + silentAfter.getAsDouble());
        }
    }
}
