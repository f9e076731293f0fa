package mainstay.terms.rebate;

/// How likely so many successes or more are, where each of `n` tries succeeds with chance `p`.
final class Binomial {

    private Binomial() {}

    /// @param p between 0 and 1
    static double atLeast(int successes, int n, double p) {
        if (n < 0 || !(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException(n + " tries with chance " + p);
        }
        if (successes <= 0) {
            return 1;
        }
        if (successes > n || p == 0) {
            return 0;
        }
        if (p == 1) {
            return 1;
        }
        double sum = 0;
        double log = n * Math.log1p(-p);
        for (int k = 0; k <= n; k++) {
            if (k >= successes) {
                sum += Math.exp(log);
            }
            log += Math.log((double) (n - k) / (k + 1)) + Math.log(p) - Math.log1p(-p);
        }
        return Math.min(1, sum);
    }
}
