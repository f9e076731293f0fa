package mainstay.analytics.effect;

/// What a measure is reckoned to have changed, for each month of its window.
///
/// @param before the customer's mean before the measure
/// @param after its mean in the window
/// @param expected what the mean in the window would have been without the measure, as comparable customers went
/// @param change after − expected
/// @param low lower end of the interval of the change
/// @param high its upper end
/// @param level the probability that such an interval covers the true change
/// @param pValue the probability of a change at least as large where the measure does nothing
/// @param comparables number of customers it was compared with
public record Estimate(
        double before,
        double after,
        double expected,
        double change,
        double low,
        double high,
        double level,
        double pValue,
        int comparables) {}
