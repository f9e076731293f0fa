package mainstay.analytics.effect;

import java.util.Arrays;
import java.util.Optional;
import mainstay.analytics.numeric.StudentT;

/// What measures of one kind changed on average, from the changes that single ones are reckoned to have brought.
///
/// The mean d̄ of n changes with their standard deviation s, and Student's interval d̄ ± t·s/√n with n − 1 degrees
/// of freedom. Each measure counts the same, whatever its own interval. Many kinds looked at together give false
/// alarms more often than one.
///
/// @param measures n
/// @param mean d̄
/// @param low lower end of the interval
/// @param high its upper end
public record MeanEffect(int measures, double mean, double low, double high) {

    private static final int FEWEST = 3;

    /// The mean of changes.
    ///
    /// @param changes shares or in one unit, finite
    /// @param level of the interval, above 0 and below 1
    /// @return nothing for fewer than three
    /// @throws IllegalArgumentException if a change is NaN or infinite
    public static Optional<MeanEffect> of(double[] changes, double level) {
        if (!Arrays.stream(changes).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("changes " + Arrays.toString(changes) + " are not all finite");
        }
        if (changes.length < FEWEST) {
            return Optional.empty();
        }
        var mean = Arrays.stream(changes).sum() / changes.length;
        var squares = Arrays.stream(changes)
                .map(each -> (each - mean) * (each - mean))
                .sum();
        var reach =
                StudentT.within(changes.length - 1, level) * Math.sqrt(squares / (changes.length - 1) / changes.length);
        return Optional.of(new MeanEffect(changes.length, mean, mean - reach, mean + reach));
    }
}
