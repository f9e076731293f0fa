package mainstay.analytics.btyd;

import mainstay.analytics.numeric.GammaFunction;
import mainstay.analytics.numeric.Incomplete;

/// What BG/NBD and MBG/NBD share: Poisson buying at gamma rates, and a chance of leaving at each of k moments.
///
/// In BG/NBD the moments are the x repeat purchases, in MBG/NBD also the first purchase: k = x + 1. The
/// likelihood is
///
///     [Γ(r + x)/Γ(r)]·α^r·{B(a, b + k)/B(a, b)·(α + T)^−(r + x) + B(a + 1, b + k − 1)/B(a, b)·(α + t_x)^−(r + x)}
///
/// whose second part over the first one is the odds of having left; everything is computed from the logarithm
/// of these odds, so that nothing overflows at thousands of purchases. Source: B. G. S. Hardie, "Overcoming the
/// BG/NBD Model's #NUM! Error Problem", 2012.
final class GeometricDropOut {

    private static final int TERMS = 20_000;
    private static final double CANCELLING = -8;
    private static final double VANISHING = 20;
    private static final double SLOW = 0.98;
    private static final double STEP = 1.0 / 16;

    private GeometricDropOut() {}

    /// The logarithm of the odds of having left; minus infinity where nobody can have left, k = 0.
    static double logOddsGone(double shape, double alpha, double a, double b, int k, double last, double age) {
        return k == 0
                ? Double.NEGATIVE_INFINITY
                : Math.log(a) - Math.log(b + k - 1) + shape * Math.log1p((age - last) / (alpha + last));
    }

    static double logLikelihood(double r, double alpha, double a, double b, int x, int k, double last, double age) {
        return GammaFunction.logRising(r, x)
                + r * Math.log(alpha)
                - (r + x) * Math.log(alpha + age)
                + GammaFunction.logRising(b, k)
                - GammaFunction.logRising(a + b, k)
                + Logistic.softplus(logOddsGone(r + x, alpha, a, b, k, last, age));
    }

    /// The expected purchases in a time t of somebody who is a customer now.
    ///
    /// The rate is Gamma(shape, rate), the chance of leaving at a purchase Beta(a, b). With z = t/(rate + t),
    /// ℓ = −ln(1 − z) and C = a + b − 1 it is (C/(a − 1))·[1 − (1 − z)^(a − 1)·₂F₁(a − 1, a + b − 1 − shape;
    /// C; z)], the usual form after Euler's transformation, written so that a = 1 and C = 0 are no
    /// exceptions.
    static double expected(double shape, double rate, double a, double b, double t) {
        if (t <= 0) {
            return 0;
        }
        var z = t / (rate + t);
        var log = Math.log1p(t / rate);
        var c = a + b - 1;
        if ((c - shape) * z < CANCELLING || (a - 1) * log > VANISHING || z > SLOW) {
            return averaged(shape, t / rate, a, b);
        }
        var free = Math.abs((a - 1) * log) < 1e-9 ? log : -Math.expm1(-(a - 1) * log) / (a - 1);
        var expected = c * free - Math.exp(-(a - 1) * log) * series(a, c - shape, c, z);
        return Math.max(0, expected);
    }

    /// Σ over n ≥ 1 of (a)ₙ₋₁·(d)ₙ / ((c + 1)ₙ₋₁·n!)·zⁿ.
    private static double series(double a, double d, double c, double z) {
        var term = d * z;
        var sum = term;
        for (var n = 1; n < TERMS; n++) {
            term *= (a + n - 1) * (d + n) / ((c + n) * (n + 1)) * z;
            sum += term;
            if (Math.abs(term) <= 1e-16 * Math.abs(sum) * (1 - z)) {
                break;
            }
        }
        return sum;
    }

    /// The mean of (1 − (1 + p·w)^−shape)/p over p from Beta(a, b) by the double-exponential rule,
    /// where the series cancels, overflows or converges slowly.
    private static double averaged(double shape, double w, double a, double b) {
        var centre = Math.log(a / b);
        var width = Math.sqrt(1 / a + 1 / b);
        var highest = -a * Math.log1p(b / a) - b * Math.log1p(a / b);
        var sum = 0.0;
        var weights = 0.0;
        for (var u = -8.0; u <= 8; u += STEP) {
            var y = centre + width * Math.sinh(u);
            var logP = -Logistic.softplus(-y);
            var weight = Math.cosh(u) * Math.exp(a * logP - b * Logistic.softplus(y) - highest);
            var p = Math.exp(logP);
            weights += weight;
            sum += weight * (p < 1e-300 ? shape * w : -Math.expm1(-shape * Math.log1p(p * w)) / p);
        }
        return sum / weights;
    }

    /// The probability of x repeat purchases of a newcomer within t.
    static double probability(double r, double alpha, double a, double b, int x, double t) {
        var stays = Math.exp(GammaFunction.logRising(b, x) - GammaFunction.logRising(a + b, x));
        var sum = stays * negativeBinomial(r, alpha, x, t);
        return x == 0 ? sum : sum + stays * a / (b + x - 1) * atLeast(r, alpha, x, t);
    }

    private static double negativeBinomial(double r, double alpha, int x, double t) {
        return Math.exp(GammaFunction.logRising(r, x)
                - GammaFunction.logRising(1, x)
                - r * Math.log1p(t / alpha)
                + (x == 0 ? 0 : x * Math.log(t / (alpha + t))));
    }

    /// The upper tail, an incomplete beta function: no small difference of large sums.
    private static double atLeast(double r, double alpha, int x, double t) {
        return Incomplete.beta(x, r, t / (alpha + t));
    }
}
