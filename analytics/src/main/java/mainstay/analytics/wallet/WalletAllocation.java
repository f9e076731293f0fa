package mainstay.analytics.wallet;

import java.util.Arrays;

/// The Wallet Allocation Rule: share of wallet from the rank a customer gives a supplier among all it uses.
///
/// share = (1 − rank/(n + 1))·2/n with n suppliers. Suppliers who tie share the mean of the ranks they take
/// up. The shares of all suppliers add up to 1. It is a rule of thumb that fits many surveys: where purchases
/// are known, use them. Source: T. L. Keiningham, L. Aksoy, A. Buoye and B. Cooil, "Customer Loyalty Isn't
/// Enough. Grow Your Share of Wallet", Harvard Business Review, 2011.
public final class WalletAllocation {

    private WalletAllocation() {}

    /// The share of the supplier at a rank.
    ///
    /// @param rank from 1, the preferred one, to the number of suppliers; between two whole numbers for a tie
    /// @param suppliers number n of suppliers the customer uses, 1 or more
    /// @return a fraction
    /// @throws IllegalArgumentException if the rank is outside its range
    public static double share(double rank, int suppliers) {
        if (suppliers < 1 || !(rank >= 1 && rank <= suppliers)) {
            throw new IllegalArgumentException("rank " + rank + " among " + suppliers + " suppliers");
        }
        return (1 - rank / (suppliers + 1)) * 2 / suppliers;
    }

    /// The shares of all suppliers of a customer from its scores of satisfaction.
    ///
    /// @param scores one per supplier, higher is better, finite
    /// @return fractions that add up to 1, in the order of the scores; none for none
    /// @throws IllegalArgumentException if a score is NaN or infinite
    public static double[] shares(double... scores) {
        if (!Arrays.stream(scores).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("scores " + Arrays.toString(scores) + " are not all finite");
        }
        return Arrays.stream(scores)
                .map(score -> share(rank(score, scores), scores.length))
                .toArray();
    }

    private static double rank(double score, double[] scores) {
        var better = Arrays.stream(scores).filter(other -> other > score).count();
        var equal = Arrays.stream(scores).filter(other -> other == score).count();
        return better + (equal + 1) / 2.0;
    }
}
