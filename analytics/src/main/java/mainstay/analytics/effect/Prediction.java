package mainstay.analytics.effect;

import mainstay.analytics.numeric.StudentT;

/// What one more observation is expected to be, from a straight line through others.
///
/// With n points, centre x̄ and residual deviation s the deviation of a new observation at x₀ from the line is
/// s·√(1 + 1/n + (x₀ − x̄)²/Σ(x − x̄)²), Student's t with n − 2 degrees of freedom. Where all x are the same
/// the line is their mean, with n − 1. Source: N. R. Draper and H. Smith, Applied Regression Analysis, 1998, 3.1.
///
/// @param value on the line
/// @param error standard deviation of a new observation from it
/// @param degrees of freedom
record Prediction(double value, double error, int degrees) {

    private static final double SAME = 1e-12;

    static Prediction at(double x0, double[] x, double[] y) {
        var n = x.length;
        var centreX = mean(x);
        var centreY = mean(y);
        var along = 0.0;
        var across = 0.0;
        for (var i = 0; i < n; i++) {
            along += (x[i] - centreX) * (x[i] - centreX);
            across += (x[i] - centreX) * (y[i] - centreY);
        }
        var flat = along <= SAME * (1 + centreX * centreX) * n;
        var slope = flat ? 0 : across / along;
        var squares = 0.0;
        for (var i = 0; i < n; i++) {
            var rest = y[i] - centreY - slope * (x[i] - centreX);
            squares += rest * rest;
        }
        var degrees = flat ? n - 1 : n - 2;
        var lever = 1 + 1.0 / n + (flat ? 0 : (x0 - centreX) * (x0 - centreX) / along);
        return new Prediction(centreY + slope * (x0 - centreX), Math.sqrt(squares / degrees * lever), degrees);
    }

    private static double mean(double[] values) {
        var sum = 0.0;
        for (var value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    double reach(double level) {
        return StudentT.within(degrees, level) * error;
    }

    /// How likely an observation so far from the line is.
    double pValue(double observed) {
        if (error == 0) {
            return observed == value ? 1 : 0;
        }
        return StudentT.twoSided(degrees, (observed - value) / error);
    }
}
