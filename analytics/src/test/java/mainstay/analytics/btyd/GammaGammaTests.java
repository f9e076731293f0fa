package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import mainstay.analytics.Cdnow;
import mainstay.analytics.OnlineRetail;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.PurchaseLog;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

/// Sources: CLVTools 0.11, lifetimes 0.11.3 (tightly converged with scipy 1.10.1), BTYD 2.4 run in R 4.2.2.
class GammaGammaTests {

    private static final GammaGamma PAPER = new GammaGamma(6.25, 3.74, 15.44);

    private static List<CustomerSummary> customers(PurchaseLog<String> log, LocalDate end) {
        return log.histories().values().stream()
                .flatMap(history -> history.summary(end, TimeUnit.WEEK).stream())
                .toList();
    }

    @Test
    void cdnow() {
        var values = MeanValues.of(customers(Cdnow.sample(), LocalDate.of(1997, 9, 30)));
        var found = GammaGamma.fit(values).orElseThrow();

        assertThat(values.customers()).isEqualTo(946);
        assertThat(values.correlation()).isCloseTo(0.113888, within(1e-6));
        assertThat(values.average()).isCloseTo(35.077848, within(1e-6));
        assertThat(found.logLikelihood()).isCloseTo(-4055.9177, within(5e-5));
        assertThat(found.model().p()).isCloseTo(6.249572, within(2e-6));
        assertThat(found.model().q()).isCloseTo(3.744225, within(2e-6));
        assertThat(found.model().v()).isCloseTo(15.443524, within(1e-5));
        assertThat(found.againstNbd()).isEmpty();
    }

    @Test
    void online_retail() {
        var values = MeanValues.of(customers(OnlineRetail.ledger().purchases(), LocalDate.of(2011, 12, 9)));
        var found = GammaGamma.fit(values).orElseThrow();

        assertThat(values.customers()).isEqualTo(2790);
        assertThat(values.correlation()).isCloseTo(0.015906, within(1e-6));
        assertThat(found.logLikelihood()).isCloseTo(-19083.3306, within(5e-5));
        assertThat(found.model().p()).isCloseTo(2.103382, within(2e-6));
        assertThat(found.model().q()).isCloseTo(3.451179, within(2e-6));
        assertThat(found.model().v()).isCloseTo(485.888547, within(1e-3));
    }

    @Test
    void the_first_customers_of_the_note() {
        var expected = new double[] {24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};
        var summaries = customers(Cdnow.sample(), LocalDate.of(1997, 9, 30));
        for (var i = 0; i < expected.length; i++) {
            assertThat(PAPER.expectedSpend(summaries.get(i)).getAsDouble()).isCloseTo(expected[i], within(0.1));
        }
        assertThat(new GammaGamma(6.249572, 3.744225, 15.443524)
                        .expectedSpend(2, 40)
                        .getAsDouble())
                .isCloseTo(39.1305, within(1e-3));
    }

    @Test
    void unknown_spending_is_that_of_the_population() {
        var newcomer = new CustomerSummary(0, 0, 10, OptionalDouble.empty(), TimeUnit.WEEK);
        var free = new CustomerSummary(2, 5, 10, OptionalDouble.of(0), TimeUnit.WEEK);

        assertThat(PAPER.populationMean().getAsDouble()).isCloseTo(6.25 * 15.44 / 2.74, within(1e-12));
        assertThat(PAPER.expectedSpend(newcomer)).isEqualTo(PAPER.populationMean());
        assertThat(PAPER.expectedSpend(free)).isEqualTo(PAPER.populationMean());
    }

    @Test
    void a_mean_that_does_not_exist_is_absent() {
        var wild = new GammaGamma(0.4, 0.5, 10);
        assertThat(wild.populationMean()).isEmpty();
        assertThat(wild.expectedSpend(1, 5)).isEmpty();
        assertThat(wild.expectedSpend(2, 5)).isPresent();
    }

    @Test
    void the_likelihood_of_one_customer_adds_up_to_that_of_all() {
        var values = MeanValues.of(new int[] {1, 2, 3, 1, 7}, new double[] {5, 9, 2, 14, 6});
        var found = GammaGamma.fit(values).estimate().orElseThrow();
        var sum = 0.0;
        for (var i = 0; i < values.customers(); i++) {
            sum += found.model().logLikelihood(values.repeatPurchases(i), values.meanValue(i));
        }
        assertThat(found.logLikelihood()).isCloseTo(sum, within(1e-6));
    }

    @Test
    void equal_spending_has_no_inner_maximum() {
        var counts = new int[40];
        var means = new double[40];
        for (var i = 0; i < counts.length; i++) {
            counts[i] = 1 + i % 4;
            means[i] = 20;
        }
        assertThat(GammaGamma.fit(MeanValues.of(counts, means))).isInstanceOf(Fit.AtBoundary.class);
    }

    @Test
    void too_few_customers() {
        assertThat(GammaGamma.fit(MeanValues.of(new int[] {1, 2, 3}, new double[] {5, 9, 2})))
                .isEqualTo(new Fit.NotEnoughData<GammaGamma>(Shortage.TOO_FEW_REPEAT_CUSTOMERS, 3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaGamma(0, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaGamma(1, Double.NaN, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new GammaGamma(1, 1, Double.POSITIVE_INFINITY));
    }

    @Test
    void known_parameters_are_found_back() {
        var random = new Random(7);
        var counts = new int[30_000];
        var means = new double[counts.length];
        for (var i = 0; i < counts.length; i++) {
            counts[i] = 1 + random.nextInt(12);
            var rate = Simulation.gamma(random, 3.74) / 15.44;
            means[i] = Simulation.gamma(random, 6.25 * counts[i]) / rate / counts[i];
        }
        var found = GammaGamma.fit(MeanValues.of(counts, means)).orElseThrow();

        Simulation.assertFound(found, PAPER.parameters());
    }
}
