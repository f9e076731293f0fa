package mainstay.analytics.btyd;

/// Probabilities from the logarithm of odds, without overflow at either end.
final class Logistic {

    private Logistic() {}

    /// 1 / (1 + e^−z), the probability at log odds z.
    static double of(double z) {
        if (z >= 0) {
            return 1 / (1 + Math.exp(-z));
        }
        var odds = Math.exp(z);
        return odds / (1 + odds);
    }

    /// ln(1 + e^z).
    static double softplus(double z) {
        return Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)));
    }
}
