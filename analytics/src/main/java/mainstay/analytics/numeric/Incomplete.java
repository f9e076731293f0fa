package mainstay.analytics.numeric;

/// Incomplete gamma and beta functions, the tails of the usual distributions.
///
/// Source: W. H. Press et al., Numerical Recipes, 1992, 6.2 and 6.4 (series and continued fractions after Lentz).
public final class Incomplete {

    private static final double TINY = 1e-300;
    private static final int TERMS = 10_000;

    private Incomplete() {}

    /// Q(s, x) = Γ(s, x)/Γ(s), the probability that a Gamma(s, 1) variable exceeds x.
    ///
    /// @param s above 0
    /// @param x 0 or more
    public static double gammaUpper(double s, double x) {
        if (x <= 0) {
            return 1;
        }
        var front = Math.exp(s * Math.log(x) - x - GammaFunction.log(s));
        if (x < s + 1) {
            return Math.max(0, 1 - front * lowerSeries(s, x));
        }
        var b = x + 1 - s;
        var c = 1 / TINY;
        var d = 1 / b;
        var h = d;
        for (var i = 1; i < TERMS; i++) {
            var an = -i * (i - s);
            b += 2;
            d = 1 / away(an * d + b);
            c = away(b + an / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return front * h;
    }

    /// The probability that a chi-square variable with the given degrees of freedom exceeds a value.
    public static double chiSquareUpper(double degrees, double value) {
        return gammaUpper(degrees / 2, value / 2);
    }

    /// Iₓ(a, b), the probability that a Beta(a, b) variable is at most x.
    ///
    /// @param a above 0
    /// @param b above 0
    /// @param x from 0 to 1
    public static double beta(double a, double b, double x) {
        if (x <= 0 || x >= 1) {
            return x <= 0 ? 0 : 1;
        }
        var front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - GammaFunction.logBeta(a, b));
        return x < (a + 1) / (a + b + 2) ? front * fraction(a, b, x) / a : 1 - front * fraction(b, a, 1 - x) / b;
    }

    private static double lowerSeries(double s, double x) {
        var term = 1 / s;
        var sum = term;
        for (var n = 1; n < TERMS && term > sum * 1e-17; n++) {
            term *= x / (s + n);
            sum += term;
        }
        return sum;
    }

    private static double fraction(double a, double b, double x) {
        var c = 1.0;
        var d = 1 / away(1 - (a + b) * x / (a + 1));
        var h = d;
        for (var m = 1; m < TERMS; m++) {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            h *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) {
                break;
            }
        }
        return h;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }
}
