package mainstay.analytics.btyd;

import java.util.SequencedMap;
import mainstay.analytics.numeric.GammaFunction;

/// The BG/BB model: at each of n fixed occasions (a yearly campaign, a monthly order) a customer buys or not,
/// and may leave before the next.
///
/// While alive a customer buys at an occasion with probability p, Beta(α, β) over customers; before each
/// occasion it leaves with probability θ, Beta(γ, δ) over customers. Source: P. S. Fader, B. G. S. Hardie and
/// J. Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing Science 29, 2010.
///
/// @param alpha first parameter of the chance of buying, above 0
/// @param beta second one, above 0; the mean chance is α/(α + β)
/// @param gamma first parameter of the chance of leaving, above 0
/// @param delta second one, above 0; the mean chance is γ/(γ + δ)
public record BgBb(double alpha, double beta, double gamma, double delta) {

    static final String[] NAMES = {"alpha", "beta", "gamma", "delta"};

    /// Checks the parameters.
    ///
    /// @throws IllegalArgumentException if one is not a positive number
    public BgBb {
        Parameters.positive("alpha", alpha);
        Parameters.positive("beta", beta);
        Parameters.positive("gamma", gamma);
        Parameters.positive("delta", delta);
    }

    /// The parameters of maximum likelihood.
    public static Fit<BgBb> fit(DiscreteSummaries customers) {
        return MaximumLikelihood.of(new DiscreteFamily(), customers);
    }

    /// The parameters under the names of the papers, in their order.
    public SequencedMap<String, Double> parameters() {
        return Parameters.of(NAMES, alpha, beta, gamma, delta);
    }

    /// The logarithm of the likelihood of a customer: of one of the orders in which x purchases can fall with
    /// the last at t_x, summed over the occasions at which it may have left since.
    public double logLikelihood(DiscreteSummary customer) {
        return new DiscreteTerms(alpha, beta, gamma, delta, customer.occasions()).logLikelihood(customer);
    }

    /// The probability that the customer is alive at the next occasion, n + 1.
    public double probabilityAlive(DiscreteSummary customer) {
        var n = customer.occasions();
        var alive = logAlive(customer)
                + GammaFunction.logRising(delta, n + 1L)
                - GammaFunction.logRising(gamma + delta, n + 1L);
        return Math.min(1, Math.exp(alive));
    }

    /// The expected number of occasions with a purchase among the next ones.
    ///
    /// @param ahead number of occasions ahead, 0 or more
    public double expectedPurchases(DiscreteSummary customer, int ahead) {
        var n = customer.occasions();
        var chance = (alpha + customer.purchases()) / (alpha + beta + n);
        return Math.exp(logAlive(customer)) * chance * survivals(n, ahead, 0);
    }

    /// The expected number of occasions with a purchase of a newcomer: α/(α + β)·Σ B(γ, δ + i)/B(γ, δ), i
    /// from 1 to n.
    ///
    /// @param ahead number of occasions n, 0 or more
    public double expectedRepeatPurchases(int ahead) {
        return alpha / (alpha + beta) * survivals(0, ahead, 0);
    }

    /// The purchases expected at the next occasions, each discounted from its own: Σ e_i·(1 + d)^−i.
    ///
    /// @param ahead number of occasions i runs over, 0 or more
    /// @param rate d: what money loses from one occasion to the next, a fraction of 0 or more
    /// @throws IllegalArgumentException if the rate is below 0 or not a number
    public double discountedPurchases(DiscreteSummary customer, int ahead, double rate) {
        if (!(rate >= 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("discount rate " + rate + " is not a number from 0 on");
        }
        var n = customer.occasions();
        var chance = (alpha + customer.purchases()) / (alpha + beta + n);
        return Math.exp(logAlive(customer)) * chance * survivals(n, ahead, rate);
    }

    /// Discounted expected residual purchases: those of all occasions to come.
    ///
    /// The sum ends where what is left of it is below one part in 10¹².
    ///
    /// @param rate as above, but above 0: without it the sum may be infinite
    /// @throws IllegalArgumentException if the rate is 0, below or not a number
    public double residualPurchases(DiscreteSummary customer, double rate) {
        if (!(rate > 0)) {
            throw new IllegalArgumentException("residual purchases need a discount rate above 0, not " + rate);
        }
        var enough = (int) Math.min(10_000_000, Math.ceil(Math.log(1e12 * (1 + 1 / rate)) / Math.log1p(rate)));
        return discountedPurchases(customer, enough, rate);
    }

    /// The probability that a newcomer buys at exactly x of n occasions.
    public double probability(int x, int n) {
        var sum = 0.0;
        for (var last = x; last <= (x == 0 ? 0 : n); last++) {
            var orders =
                    x == 0 ? 0 : GammaFunction.log(last) - GammaFunction.log(x) - GammaFunction.log(last - x + 1.0);
            sum += Math.exp(orders + logLikelihood(new DiscreteSummary(x, last, n)));
        }
        return sum;
    }

    /// ln of the probability of the purchases made if alive throughout, over the likelihood.
    private double logAlive(DiscreteSummary customer) {
        var x = customer.purchases();
        var n = customer.occasions();
        return GammaFunction.logRising(alpha, x)
                + GammaFunction.logRising(beta, n - x)
                - GammaFunction.logRising(alpha + beta, n)
                - logLikelihood(customer);
    }

    /// Σ over the occasions n + 1 to n + ahead of the probability B(γ, δ + i)/B(γ, δ) of being alive at occasion i,
    /// discounted.
    private double survivals(int n, int ahead, double rate) {
        var alive = Math.exp(GammaFunction.logRising(delta, n) - GammaFunction.logRising(gamma + delta, n));
        var sum = 0.0;
        for (var i = n; i < n + ahead; i++) {
            alive *= (delta + i) / ((gamma + delta + i) * (1 + rate));
            sum += alive;
        }
        return sum;
    }
}
