package mainstay.analytics.btyd;

import mainstay.analytics.numeric.Incomplete;

/// The likelihood-ratio test of a model against a simpler one that it contains.
///
/// The statistic is 2·(LL − LL₀). The simpler model lies at the edge of the larger one's parameters, where the
/// chi-square distribution with one degree per extra parameter is too wide: the p-value is an upper bound.
///
/// Source: S. S. Wilks, "The Large-Sample Distribution of the Likelihood Ratio", Annals of Mathematical
/// Statistics 9, 1938; for the edge S. G. Self and K.-Y. Liang, Journal of the American Statistical
/// Association 82, 1987.
///
/// @param statistic 0 or more
/// @param degrees number of extra parameters
/// @param pValue upper bound of the probability of such a statistic if the simpler model is true
public record LikelihoodRatio(double statistic, int degrees, double pValue) {

    static LikelihoodRatio of(double simpler, double larger, int degrees) {
        var statistic = Math.max(0, 2 * (larger - simpler));
        return new LikelihoodRatio(statistic, degrees, Incomplete.chiSquareUpper(degrees, statistic));
    }
}
