package mainstay.analytics.btyd;

import java.util.SequencedMap;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;

/// A model of when customers buy again, with its parameters.
///
/// Times of customers and horizons may be in any unit; they are converted to the model's own.
public sealed interface BuyingModel permits Nbd, BgNbd, MbgNbd, ParetoNbd {

    /// The unit in which rate parameters (α, β) are expressed.
    TimeUnit unit();

    /// The parameters under the names of the papers, in their order.
    SequencedMap<String, Double> parameters();

    /// The logarithm of the likelihood of a customer's x purchases with the last at t_x, observed to T.
    ///
    /// It is a density of times in [#unit()]: another unit adds −x·ln(factor).
    double logLikelihood(CustomerSummary customer);

    /// The probability from 0 to 1 that the customer is still one at T.
    double probabilityAlive(CustomerSummary customer);

    /// The expected number of purchases in the horizon after T if the customer is alive at T, 0 or more.
    double expectedPurchasesIfAlive(CustomerSummary customer, Horizon ahead);

    /// The expected number of purchases of a customer in the horizon after T, 0 or more: [#probabilityAlive]
    /// times [#expectedPurchasesIfAlive].
    default double expectedPurchases(CustomerSummary customer, Horizon ahead) {
        return probabilityAlive(customer) * expectedPurchasesIfAlive(customer, ahead);
    }

    /// The expected number of repeat purchases of a newcomer in the horizon after the first purchase.
    double expectedRepeatPurchases(Horizon ahead);

    /// The same model with rate parameters in another unit; all probabilities and numbers stay.
    BuyingModel in(TimeUnit other);
}
