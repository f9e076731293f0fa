package mainstay.analytics.survival;

/// How long a customer has been one, and whether it has left.
///
/// @param duration time from the beginning to the end, or to the last day it was seen, 0 or more
/// @param ended whether the relation has ended; if not, the duration is only a lower bound ("censored")
public record Tenure(double duration, boolean ended) {

    /// Checks the duration.
    ///
    /// @throws IllegalArgumentException if it is below 0 or not finite
    public Tenure {
        if (!(duration >= 0 && duration < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("duration " + duration + " is not a number from 0 on");
        }
    }
}
