package mainstay.analytics.profit;

/// The four kinds of customers of a distributor, by what they buy and what they leave.
///
/// Source: F. B. Lawrence, S. Krishnamurthi, N. Norris and others, "Customer Stratification", National
/// Association of Wholesaler-Distributors and Texas A&M University.
public enum Stratum {
    /// High value, high profit.
    CORE,
    /// Low value, high profit: buys here when its main supplier has run out.
    OPPORTUNISTIC,
    /// High value, low profit: costs more to serve than it leaves.
    SERVICE_DRAIN,
    /// Low value, low profit.
    MARGINAL;

    /// The stratum of a customer.
    ///
    /// @param value what the customer is worth in buying power and loyalty, in any unit
    /// @param valueBound from where on that is high, in the same unit
    /// @param profit net profit after cost to serve
    /// @param profitBound from where on that is high
    public static Stratum of(double value, double valueBound, double profit, double profitBound) {
        if (value >= valueBound) {
            return profit >= profitBound ? CORE : SERVICE_DRAIN;
        }
        return profit >= profitBound ? OPPORTUNISTIC : MARGINAL;
    }
}
