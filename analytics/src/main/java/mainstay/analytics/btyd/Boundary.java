package mainstay.analytics.btyd;

/// Why a likelihood has no inner maximum: which parameter ran away, where to, and what that says about the
/// customers.
///
/// @param parameter its name in the paper
/// @param limit where it went
/// @param meaning what the model has become on the way
public record Boundary(String parameter, Limit limit, Meaning meaning) {

    /// Where a parameter goes.
    public enum Limit {
        /// Towards 0.
        ZERO,
        /// Beyond all bounds.
        INFINITY
    }

    /// What the model turns into.
    public enum Meaning {
        /// The data show no customer leaving: the model becomes the NBD, everybody is alive for certain.
        NO_DROP_OUT,
        /// All customers leave with the same chance or at the same rate.
        EQUAL_DROP_OUT,
        /// Customers leave almost at once, or never.
        ALL_OR_NOTHING_DROP_OUT,
        /// All customers buy at the same rate, as in a Poisson process.
        EQUAL_RATES,
        /// Nearly nobody buys at all, and nearly all purchases come from a few.
        EXTREME_RATES,
        /// What a purchase amounts to hardly differs between customers or within them, or does not follow the law of
        /// the model: a shape cannot be told from one far larger.
        SPENDING_SPREAD
    }

    /// One English sentence; the parts are there for other languages.
    public String explain() {
        return "Parameter " + parameter + " runs towards " + (limit == Limit.ZERO ? "0" : "infinity") + ": "
                + switch (meaning) {
                    case NO_DROP_OUT -> "the data show no customer leaving, the model becomes the NBD.";
                    case EQUAL_DROP_OUT -> "customers do not differ in their chance of leaving.";
                    case ALL_OR_NOTHING_DROP_OUT -> "customers leave at once or never.";
                    case EQUAL_RATES -> "customers do not differ in how often they buy.";
                    case EXTREME_RATES -> "nearly all purchases come from very few customers.";
                    case SPENDING_SPREAD ->
                        "amounts hardly differ between customers or within them, or do not follow the law of the model.";
                };
    }
}
