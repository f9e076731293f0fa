package mainstay.analytics.btyd;

/// What a model of purchases at fixed occasions knows of a customer.
///
/// @param purchases x: occasions with a purchase, from 0 to `lastPurchase`
/// @param lastPurchase t_x: the number of the last such occasion, from 0 (none) to `occasions`
/// @param occasions n: how many occasions there were, 0 or more
public record DiscreteSummary(int purchases, int lastPurchase, int occasions) {

    /// Checks that the numbers can belong to one customer.
    ///
    /// @throws IllegalArgumentException unless 0 ≤ x ≤ t_x ≤ n, and t_x = 0 exactly where x = 0
    public DiscreteSummary {
        if (purchases < 0 || purchases > lastPurchase || lastPurchase > occasions) {
            throw new IllegalArgumentException(
                    "need 0 <= x <= t_x <= n, not " + purchases + ", " + lastPurchase + ", " + occasions);
        }
        if (purchases == 0 && lastPurchase > 0) {
            throw new IllegalArgumentException("without a purchase t_x is 0, not " + lastPurchase);
        }
    }
}
