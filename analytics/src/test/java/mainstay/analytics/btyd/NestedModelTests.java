package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import mainstay.analytics.numeric.GammaFunction;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Where a parameter goes to its end a model becomes a simpler one, written down by hand here.
class NestedModelTests {

    static List<CustomerSummary> customers() {
        return List.of(
                customer(0, 0, 0),
                customer(0, 0, 30),
                customer(1, 3, 30),
                customer(2, 29, 30),
                customer(7, 20, 52),
                customer(7, 52, 52));
    }

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.WEEK);
    }

    /// One rate for all: a Poisson process, whose likelihood at given moments is λ^x·e^−λT.
    @ParameterizedTest
    @MethodSource("customers")
    void equal_rates_are_a_poisson_process(CustomerSummary customer) {
        var rate = 0.15;
        var nbd = new Nbd(1e9, 1e9 / rate, TimeUnit.WEEK);

        assertThat(nbd.logLikelihood(customer))
                .isCloseTo(customer.repeatPurchases() * Math.log(rate) - rate * customer.age(), within(1e-5));
        assertThat(nbd.expectedPurchases(customer, Horizon.weeks(10))).isCloseTo(10 * rate, within(1e-6));
        assertThat(nbd.expectedRepeatPurchases(Horizon.weeks(10))).isCloseTo(10 * rate, within(1e-6));
    }

    /// One rate and one chance p of leaving: λ^x·e^−λT·(1 − p)^x, or gone at the last purchase.
    @ParameterizedTest
    @MethodSource("customers")
    void equal_rates_and_chances_in_bg_nbd(CustomerSummary customer) {
        var rate = 0.15;
        var p = 0.2;
        var x = customer.repeatPurchases();
        var model = new BgNbd(1e8, 1e8 / rate, 1e8 * p, 1e8 * (1 - p), TimeUnit.WEEK);
        var stayed = Math.pow(1 - p, x) * Math.exp(-rate * customer.age());
        var left = x == 0 ? 0 : p * Math.pow(1 - p, x - 1) * Math.exp(-rate * customer.ageAtLastPurchase());

        assertThat(model.logLikelihood(customer)).isCloseTo(x * Math.log(rate) + Math.log(stayed + left), within(1e-4));
        assertThat(model.probabilityAlive(customer)).isCloseTo(stayed / (stayed + left), within(1e-5));
        assertThat(model.expectedPurchasesIfAlive(customer, Horizon.weeks(26)))
                .isCloseTo(-Math.expm1(-p * rate * 26) / p, within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("customers")
    void equal_rates_and_chances_in_mbg_nbd(CustomerSummary customer) {
        var rate = 0.15;
        var p = 0.2;
        var x = customer.repeatPurchases();
        var model = new MbgNbd(1e8, 1e8 / rate, 1e8 * p, 1e8 * (1 - p), TimeUnit.WEEK);
        var stayed = Math.pow(1 - p, x + 1) * Math.exp(-rate * customer.age());
        var left = p * Math.pow(1 - p, x) * Math.exp(-rate * customer.ageAtLastPurchase());

        assertThat(model.logLikelihood(customer)).isCloseTo(x * Math.log(rate) + Math.log(stayed + left), within(1e-4));
        assertThat(model.probabilityAlive(customer)).isCloseTo(stayed / (stayed + left), within(1e-5));
        assertThat(model.expectedRepeatPurchases(Horizon.weeks(26)))
                .isCloseTo((1 - p) * -Math.expm1(-p * rate * 26) / p, within(1e-4));
    }

    /// One rate of buying and one of leaving: the moment of leaving is exponential.
    @ParameterizedTest
    @MethodSource("customers")
    void equal_rates_in_pareto_nbd(CustomerSummary customer) {
        var rate = 0.15;
        var mu = 0.03;
        var x = customer.repeatPurchases();
        var model = new ParetoNbd(1e8, 1e8 / rate, 1e8, 1e8 / mu, TimeUnit.WEEK);
        var both = rate + mu;
        var stayed = Math.exp(-both * customer.age());
        var left = mu / both * (Math.exp(-both * customer.ageAtLastPurchase()) - stayed);

        assertThat(model.logLikelihood(customer)).isCloseTo(x * Math.log(rate) + Math.log(stayed + left), within(1e-4));
        assertThat(model.probabilityAlive(customer)).isCloseTo(stayed / (stayed + left), within(1e-5));
        assertThat(model.expectedPurchasesIfAlive(customer, Horizon.weeks(26)))
                .isCloseTo(rate * -Math.expm1(-mu * 26) / mu, within(1e-4));
    }

    /// Without leaving BG/BB is the beta-binomial model: B(α + x, β + n − x)/B(α, β).
    @Test
    void without_leaving_fixed_occasions_are_beta_binomial() {
        var model = new BgBb(1.2, 0.75, 1e-9, 1);
        for (var x = 0; x <= 6; x++) {
            var customer = new DiscreteSummary(x, x == 0 ? 0 : 6, 6);
            var expected = GammaFunction.logBeta(1.2 + x, 0.75 + 6 - x) - GammaFunction.logBeta(1.2, 0.75);

            assertThat(model.logLikelihood(customer)).isCloseTo(expected, within(1e-6));
            assertThat(model.probabilityAlive(customer)).isCloseTo(1, within(1e-6));
            assertThat(model.expectedPurchases(customer, 5)).isCloseTo(5 * (1.2 + x) / (1.95 + 6), within(1e-6));
        }
    }

    /// One chance p of buying and one θ of leaving, patterns of three occasions by hand.
    @Test
    void equal_chances_at_fixed_occasions() {
        var p = 0.4;
        var t = 0.25;
        var big = 1e7;
        var model = new BgBb(big * p, big * (1 - p), big * t, big * (1 - t));
        var s = 1 - t;
        var never = t + s * (1 - p) * (t + s * (1 - p) * (t + s * (1 - p)));
        var firstOnly = s * p * (t + s * (1 - p) * (t + s * (1 - p)));

        assertThat(Math.exp(model.logLikelihood(new DiscreteSummary(0, 0, 3)))).isCloseTo(never, within(1e-5));
        assertThat(Math.exp(model.logLikelihood(new DiscreteSummary(1, 1, 3)))).isCloseTo(firstOnly, within(1e-5));
        assertThat(Math.exp(model.logLikelihood(new DiscreteSummary(3, 3, 3))))
                .isCloseTo(Math.pow(s * p, 3), within(1e-6));
        assertThat(model.probabilityAlive(new DiscreteSummary(1, 1, 3)))
                .isCloseTo(s * p * Math.pow(s * (1 - p), 2) * s / firstOnly, within(1e-5));
        assertThat(model.expectedRepeatPurchases(3)).isCloseTo(p * (s + s * s + s * s * s), within(1e-5));
        assertThat(model.probability(3, 3)).isCloseTo(Math.pow(s * p, 3), within(1e-6));
    }

    /// With equal customers everybody is expected to spend the same, whatever its own mean was.
    @Test
    void equal_customers_spend_alike() {
        var model = new GammaGamma(4, 1e9, 1e9 * 5);

        assertThat(model.populationMean().getAsDouble()).isCloseTo(20, within(1e-6));
        assertThat(model.expectedSpend(3, 100).getAsDouble()).isCloseTo(20, within(1e-4));
    }

    /// With nothing to vary within a customer its own mean is all there is to expect.
    @Test
    void even_customers_spend_as_before() {
        var model = new GammaGamma(1e9, 4, 1e-9);

        assertThat(model.expectedSpend(3, 100).getAsDouble()).isCloseTo(100, within(1e-5));
    }

    /// At q = 1 the mean of a newcomer does not exist, after one purchase it does.
    @Test
    void a_mean_needs_a_finite_tail() {
        var heavy = new GammaGamma(2, 1, 10);

        assertThat(heavy.populationMean()).isEmpty();
        assertThat(heavy.expectedSpend(1, 30)).hasValue(2 * (10 + 30) / 2.0);
        assertThat(new GammaGamma(2, 1.5, 10).populationMean()).hasValue(40);
    }

    @Test
    void the_own_mean_weighs_more_with_every_purchase() {
        var model = new GammaGamma(6.25, 3.74, 15.44);
        var before = model.populationMean().getAsDouble();
        for (var x = 1; x < 200; x *= 2) {
            var spend = model.expectedSpend(x, 100).getAsDouble();
            assertThat(spend).isGreaterThan(before).isLessThan(100);
            before = spend;
        }
        assertThat(model.expectedSpend(1_000_000, 100).getAsDouble()).isCloseTo(100, within(1e-3));
    }
}
