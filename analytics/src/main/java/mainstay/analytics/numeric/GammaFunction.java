package mainstay.analytics.numeric;

/// The gamma function and its kin for positive arguments, in logarithms.
///
/// Arguments below 15 are raised by the recurrence, then Stirling's series is exact to the last digits of a
/// `double`.
/// Source: M. Abramowitz and I. A. Stegun, Handbook of Mathematical Functions, 1964, 6.1.15, 6.1.40, 6.3.5,
/// 6.3.18.
public final class GammaFunction {

    private static final double SERIES_FROM = 15;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046728;

    private GammaFunction() {}

    /// The natural logarithm of Γ(x).
    ///
    /// @param x above 0; infinity for 0
    public static double log(double x) {
        var raised = x;
        var product = 1.0;
        while (raised < SERIES_FROM) {
            product *= raised;
            raised += 1;
        }
        return stirling(raised) - Math.log(product);
    }

    /// ln Γ(x + n) − ln Γ(x), the logarithm of the rising factorial x·(x + 1)…(x + n − 1).
    ///
    /// Few factors are multiplied, so that nothing is lost where both logarithms are large and nearly equal.
    ///
    /// @param x above 0
    /// @param n 0 or more
    public static double logRising(double x, long n) {
        if (n > 30) {
            return log(x + n) - log(x);
        }
        var sum = 0.0;
        var product = 1.0;
        for (var i = 0; i < n; i++) {
            product *= x + i;
            if (product > 1e200 || product < 1e-200) {
                sum += Math.log(product);
                product = 1;
            }
        }
        return sum + Math.log(product);
    }

    /// The digamma function ψ(x), the derivative of ln Γ(x).
    ///
    /// @param x above 0
    public static double digamma(double x) {
        var raised = x;
        var sum = 0.0;
        while (raised < SERIES_FROM) {
            sum -= 1 / raised;
            raised += 1;
        }
        var square = 1 / (raised * raised);
        var series = square
                * (1.0 / 12
                        - square * (1.0 / 120 - square * (1.0 / 252 - square * (1.0 / 240 - square * (1.0 / 132)))));
        return sum + Math.log(raised) - 0.5 / raised - series;
    }

    /// The trigamma function ψ′(x), the derivative of [#digamma(double)]; the variance of ln X for X from
    /// Gamma(x, 1).
    ///
    /// @param x above 0
    public static double trigamma(double x) {
        var raised = x;
        var sum = 0.0;
        while (raised < SERIES_FROM) {
            sum += 1 / (raised * raised);
            raised += 1;
        }
        var square = 1 / (raised * raised);
        var series = 1.0 / 6 - square * (1.0 / 30 - square * (1.0 / 42 - square * (1.0 / 30 - square * (5.0 / 66))));
        return sum + 1 / raised + square / 2 + square / raised * series;
    }

    /// ψ(x + n) − ψ(x), the derivative of [#logRising(double, long)] by x.
    ///
    /// @param x above 0
    /// @param n 0 or more
    public static double digammaRising(double x, long n) {
        if (n > 30) {
            return digamma(x + n) - digamma(x);
        }
        var sum = 0.0;
        for (var i = 0; i < n; i++) {
            sum += 1 / (x + i);
        }
        return sum;
    }

    /// The natural logarithm of the beta function B(a, b).
    ///
    /// @param a above 0
    /// @param b above 0
    public static double logBeta(double a, double b) {
        return log(a) + log(b) - log(a + b);
    }

    private static double stirling(double x) {
        var square = 1 / (x * x);
        var series = (1.0 / 12
                        - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680 - square * (1.0 / 1188)))))
                / x;
        return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + series;
    }
}
