package mainstay.analytics.rhythm;

/// Quantiles of a sample with linear interpolation between order statistics (type 7 of Hyndman and Fan, 1996).
final class EmpiricalQuantile {

    private EmpiricalQuantile() {}

    /// The quantile of a sample in ascending order with at least one element.
    static double of(double[] ascending, double level) {
        var position = (ascending.length - 1) * level;
        var below = (int) position;
        var above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (position - below) * (ascending[above] - ascending[below]);
    }
}
