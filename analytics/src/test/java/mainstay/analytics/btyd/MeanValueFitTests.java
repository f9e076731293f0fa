package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Searches over many rows begin on a likeness of them, and have to end where a search over all would.
class MeanValueFitTests {

    private static final GammaGamma SPENDING = new GammaGamma(6.25, 3.74, 15.44);

    @ParameterizedTest
    @ValueSource(ints = {23_999, 24_000, 24_001, 60_000})
    void amounts_of_many_customers(int customers) {
        var values = new Simulation(customers).of(SPENDING, customers);
        var found = GammaGamma.fit(values).orElseThrow();

        Simulation.assertFound(found, SPENDING.parameters());
        var model = found.model();
        for (var factor : new double[] {0.99, 1.01}) {
            assertThat(total(new GammaGamma(model.p() * factor, model.q(), model.v()), values))
                    .isLessThan(found.logLikelihood());
            assertThat(total(new GammaGamma(model.p(), model.q() * factor, model.v()), values))
                    .isLessThan(found.logLikelihood());
        }
        assertThat(total(model, values)).isCloseTo(found.logLikelihood(), within(1e-5 * customers));
    }

    private static double total(GammaGamma model, MeanValues values) {
        var sum = 0.0;
        for (var i = 0; i < values.customers(); i++) {
            sum += model.logLikelihood(values.repeatPurchases(i), values.meanValue(i));
        }
        return sum;
    }

    /// More groups than a likeness takes: 26,000 customers, no two alike.
    @Test
    void purchases_of_many_customers() {
        var known = new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK);
        var customers = GroupedSummaries.of(TimeUnit.WEEK, new Simulation(71).of(known, 26_000, 100));
        var found = MbgNbd.fit(customers).orElseThrow();

        assertThat(customers.groups()).isGreaterThan(25_000);
        Simulation.assertFound(found, known.parameters());
        assertThat(found.againstNbd().orElseThrow().pValue()).isLessThan(1e-9);
    }

    @Test
    void a_customer_without_a_known_amount_spends_as_others() {
        var model = SPENDING;
        var free = new CustomerSummary(3, 5, 9, OptionalDouble.of(0), TimeUnit.WEEK);
        var refunded = new CustomerSummary(3, 5, 9, OptionalDouble.of(-4), TimeUnit.WEEK);
        var unknown = new CustomerSummary(3, 5, 9, OptionalDouble.empty(), TimeUnit.WEEK);

        assertThat(model.expectedSpend(free)).isEqualTo(model.populationMean());
        assertThat(model.expectedSpend(refunded)).isEqualTo(model.populationMean());
        assertThat(model.expectedSpend(unknown)).isEqualTo(model.populationMean());
    }
}
