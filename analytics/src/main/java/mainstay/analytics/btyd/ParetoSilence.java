package mainstay.analytics.btyd;

/// The integral over the unknown moment of leaving in the Pareto/NBD, and its derivatives.
///
/// With W(y) = (α + y)^−k·(β + y)^−s and k = r + x it is ∫ W(y)/(β + y) dy. The integrand falls steeply where
/// x is large, so the way is cut into steps over which it falls by e^−1.5 at most and which are short against
/// the distance to its poles; Gauss-Legendre with eight points is then exact to twelve digits.
final class ParetoSilence {

    private static final double[] EIGHT = {
        0.019855071751231884, 0.10166676129318664, 0.2372337950418355, 0.4082826787521751,
        0.591717321247825, 0.7627662049581645, 0.8983332387068134, 0.9801449282487681
    };
    private static final double[] EIGHT_WEIGHTS = {
        0.05061426814518813, 0.11119051722668724, 0.15685332293894363, 0.181341891689181,
        0.181341891689181, 0.15685332293894363, 0.11119051722668724, 0.05061426814518813
    };
    private static final double[] FOUR = {
        0.06943184420297371, 0.33000947820757187, 0.6699905217924281, 0.9305681557970262
    };
    private static final double[] FOUR_WEIGHTS = {
        0.17392742256872692, 0.32607257743127305, 0.32607257743127305, 0.17392742256872692
    };
    private static final double FALL = 1.5;
    private static final double GENTLE = 0.12;
    private static final double NEGLIGIBLE = 45;

    private ParetoSilence() {}

    /// The logarithm of the odds of having left: s·∫/W(T).
    static double logOddsGone(double k, double alpha, double s, double beta, double last, double age) {
        var sums = new double[5];
        integrate(k, alpha, s, beta, last, age, sums);
        return Math.log(s) + fall(k, alpha, s, beta, last, age) + Math.log(sums[0]);
    }

    /// ln W(from) − ln W(to).
    static double fall(double k, double alpha, double s, double beta, double from, double to) {
        return k * Math.log1p((to - from) / (alpha + from)) + s * Math.log1p((to - from) / (beta + from));
    }

    /// Adds the integral from one time to another, divided by W(from), and those of its derivatives by r, α,
    /// s and β.
    static void integrate(double k, double alpha, double s, double beta, double from, double to, double[] sums) {
        var y = from;
        var fallen = 0.0;
        while (y < to && fallen < NEGLIGIBLE) {
            var steepness = k / (alpha + y) + (s + 1) / (beta + y);
            var step = Math.min(Math.min(FALL / steepness, Math.min(alpha, beta) + y), to - y);
            if (!(y + step > y)) {
                break;
            }
            var gentle = step * steepness < GENTLE;
            step(k, alpha, s, beta, from, y, step, gentle ? FOUR : EIGHT, gentle ? FOUR_WEIGHTS : EIGHT_WEIGHTS, sums);
            y = step == to - y ? to : y + step;
            fallen = fall(k, alpha, s, beta, from, y);
        }
    }

    private static void step(
            double k,
            double alpha,
            double s,
            double beta,
            double from,
            double start,
            double length,
            double[] nodes,
            double[] weights,
            double[] sums) {
        var logAlpha = Math.log(alpha + from);
        var logBeta = Math.log(beta + from);
        for (var i = 0; i < nodes.length; i++) {
            var y = start + length * nodes[i];
            var logA = Math.log(alpha + y);
            var logB = Math.log(beta + y);
            var value = Math.exp(k * (logAlpha - logA) + s * (logBeta - logB)) / (beta + y) * length * weights[i];
            sums[0] += value;
            sums[1] -= value * logA;
            sums[2] -= value * k / (alpha + y);
            sums[3] -= value * logB;
            sums[4] -= value * (s + 1) / (beta + y);
        }
    }
}
