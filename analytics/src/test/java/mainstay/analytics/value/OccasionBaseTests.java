package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import mainstay.analytics.CsvRows;
import mainstay.analytics.SharedData;
import mainstay.analytics.btyd.BgBb;
import mainstay.analytics.btyd.DiscreteSummaries;
import mainstay.analytics.btyd.DiscreteSummary;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.value.Explanation.Caveat;
import mainstay.analytics.value.Explanation.Quantity;
import org.junit.jupiter.api.Test;

class OccasionBaseTests {

    private static final DiscreteSummary DONOR = new DiscreteSummary(4, 5, 6);
    private static final OptionalDouble MEAN = OptionalDouble.of(40);

    private static Estimate<BgBb> buying() {
        var donors = new DiscreteSummaries();
        CsvRows.forEach(
                SharedData.file("donations/donations.csv"),
                row -> donors.add(
                        new DiscreteSummary(
                                Integer.parseInt(row.get("frequency")),
                                Integer.parseInt(row.get("recency")),
                                Integer.parseInt(row.get("periods"))),
                        Double.parseDouble(row.get("weights"))));
        return BgBb.fit(donors).orElseThrow();
    }

    private static Estimate<GammaGamma> spending() {
        var counts = new int[400];
        var means = new double[400];
        var random = new Random(11);
        for (var i = 0; i < counts.length; i++) {
            counts[i] = 1 + i % 7;
            means[i] = 20 * Math.exp(0.6 * random.nextGaussian() / Math.sqrt(counts[i]) + 0.4 * random.nextGaussian());
        }
        return GammaGamma.fit(MeanValues.of(counts, means)).orElseThrow();
    }

    private static OccasionBase base() {
        return OccasionBase.of(buying(), spending(), 0.95);
    }

    private static void assertInside(Explanation answer) {
        var interval = answer.interval().orElseThrow();
        var value = answer.value().orElseThrow();
        assertThat(interval.low()).isLessThan(value);
        assertThat(interval.high()).isGreaterThan(value);
        assertThat(interval.level()).isEqualTo(0.95);
    }

    @Test
    void each_of_the_five_answers_has_its_interval() {
        assertInside(base().probabilityAlive(DONOR));
        assertInside(base().expectedPurchases(DONOR, 10));
        assertInside(base().expectedSpend(DONOR, MEAN));
        assertInside(base().lifetimeValue(DONOR, MEAN, 0.4, 10, 0.1));
        assertInside(base().residualValue(DONOR, MEAN, 0.4, 0.1));
    }

    @Test
    void answers_are_those_of_the_model() {
        var model = buying().model();

        assertThat(base().probabilityAlive(DONOR).value()).hasValue(model.probabilityAlive(DONOR));
        assertThat(base().expectedPurchases(DONOR, 10).value()).hasValue(model.expectedPurchases(DONOR, 10));
        assertThat(base().expectedPurchases(DONOR, 10).value().orElseThrow()).isCloseTo(3.627858, within(5e-4));
        assertThat(base().expectedSpend(DONOR, MEAN).value())
                .isEqualTo(spending().model().expectedSpend(4, 40));
    }

    @Test
    void a_value_is_spending_times_purchases_times_margin() {
        var spend = base().expectedSpend(DONOR, MEAN).value().orElseThrow();
        var model = buying().model();

        assertThat(base().lifetimeValue(DONOR, MEAN, 0.4, 10, 0).value().orElseThrow())
                .isCloseTo(0.4 * spend * model.expectedPurchases(DONOR, 10), within(1e-9));
        assertThat(base().residualValue(DONOR, MEAN, 0.4, 0.1).value().orElseThrow())
                .isCloseTo(0.4 * spend * model.residualPurchases(DONOR, 0.1), within(1e-9));
    }

    @Test
    void errors_of_buying_and_of_spending_add_up() {
        var bought = base().expectedPurchases(DONOR, 3).interval().orElseThrow();
        var spent = base().expectedSpend(DONOR, MEAN).interval().orElseThrow();
        var worth = base().lifetimeValue(DONOR, MEAN, 1, 3, 0).interval().orElseThrow();

        assertThat(Math.log(worth.high() / worth.low()))
                .isCloseTo(
                        Math.hypot(Math.log(bought.high() / bought.low()), Math.log(spent.high() / spent.low())),
                        within(1e-4));
    }

    @Test
    void inputs_are_in_the_order_of_the_formula() {
        assertThat(base().expectedPurchases(DONOR, 10).inputs().keySet())
                .containsExactly("x", "t_x", "n", "alpha", "beta", "gamma", "delta", "ahead");
        assertThat(base().expectedSpend(DONOR, MEAN).inputs().keySet()).containsExactly("x", "m", "p", "q", "v");
        assertThat(base().residualValue(DONOR, MEAN, 0.4, 0.1).inputs())
                .containsKeys("p", "q", "v")
                .containsEntry("m", MEAN.getAsDouble())
                .containsEntry("margin", 0.4)
                .containsEntry("rate", 0.1)
                .containsEntry("n", 6.0);
        assertThat(base().lifetimeValue(DONOR, MEAN, 0.4, 5, 0.1).inputs())
                .containsEntry("m", MEAN.getAsDouble())
                .containsEntry("ahead", 5.0)
                .containsEntry("rate", 0.1);
        assertThat(base().residualValue(DONOR, MEAN, 0.4, 0.1).quantity()).isEqualTo(Quantity.RESIDUAL_VALUE);
        assertThat(base().lifetimeValue(DONOR, MEAN, 0.4, 1, 0.1).quantity()).isEqualTo(Quantity.LIFETIME_VALUE);
    }

    @Test
    void without_spending_there_is_no_value() {
        var base = OccasionBase.of(buying(), 0.95);

        assertThat(base.lifetimeValue(DONOR, MEAN, 0.4, 10, 0.1).value()).isEmpty();
        assertThat(base.lifetimeValue(DONOR, MEAN, 0.4, 10, 0.1).interval()).isEmpty();
        assertThat(base.expectedSpend(DONOR, MEAN).value()).isEmpty();
        assertThat(base.expectedSpend(DONOR, MEAN).interval()).isEmpty();
        assertInside(base.probabilityAlive(DONOR));
    }

    @Test
    void unknown_spending_is_that_of_others() {
        var answer = base().expectedSpend(DONOR, OptionalDouble.empty());

        assertThat(answer.value()).isEqualTo(spending().model().populationMean());
        assertThat(answer.caveats()).containsExactly(Caveat.SPENDING_OF_OTHERS);
        assertThat(base().expectedSpend(DONOR, MEAN).caveats()).isEmpty();
    }

    @Test
    void few_donors_and_boundaries_are_doubted() {
        var faithful = new DiscreteSummaries()
                .add(new DiscreteSummary(6, 6, 6), 30)
                .add(new DiscreteSummary(3, 6, 6), 30)
                .add(new DiscreteSummary(1, 6, 6), 30);
        var base = OccasionBase.of(BgBb.fit(faithful).estimate().orElseThrow(), spending(), 0.95);
        var answer = base.probabilityAlive(DONOR);

        assertThat(answer.caveats()).containsExactly(Caveat.SMALL_BASE, Caveat.NO_INTERVAL);
        assertThat(answer.interval()).isEmpty();
        assertThat(base.residualValue(DONOR, MEAN, 0.4, 0.1).interval()).isEmpty();
        assertThat(base().probabilityAlive(DONOR).caveats()).isEmpty();
    }

    @Test
    void a_hundred_donors_are_no_longer_few() {
        for (var extra : new int[] {0, 1}) {
            var donors = new DiscreteSummaries()
                    .add(new DiscreteSummary(0, 0, 6), 40)
                    .add(new DiscreteSummary(2, 3, 6), 30)
                    .add(new DiscreteSummary(6, 6, 6), 29 + extra);
            var caveats = OccasionBase.of(BgBb.fit(donors).estimate().orElseThrow(), 0.95)
                    .probabilityAlive(DONOR)
                    .caveats();
            assertThat(caveats.contains(Caveat.SMALL_BASE)).isEqualTo(extra == 0);
        }
    }

    /// One by one: what is expected at each occasion, discounted.
    @Test
    void discounted_purchases_are_the_sum_of_those_of_each_occasion() {
        var model = buying().model();
        var sum = 0.0;
        for (var i = 1; i <= 12; i++) {
            sum += (model.expectedPurchases(DONOR, i) - model.expectedPurchases(DONOR, i - 1)) / Math.pow(1.1, i);
        }
        assertThat(model.discountedPurchases(DONOR, 12, 0.1)).isCloseTo(sum, within(1e-12));
        assertThat(model.discountedPurchases(DONOR, 12, 0))
                .isCloseTo(model.expectedPurchases(DONOR, 12), within(1e-12));
        assertThat(model.discountedPurchases(DONOR, 0, 0.1)).isZero();
        assertThat(model.residualPurchases(DONOR, 0.1))
                .isCloseTo(model.discountedPurchases(DONOR, 2000, 0.1), within(1e-9));
        assertThat(model.residualPurchases(DONOR, 0.01))
                .isCloseTo(model.discountedPurchases(DONOR, 20_000, 0.01), within(1e-9));
    }

    /// Who never leaves and always buys: an annuity of 1/d.
    @Test
    void a_donor_who_never_leaves_is_worth_a_perpetuity() {
        var faithful = new BgBb(1e9, 1e-3, 1e-12, 1);

        assertThat(faithful.residualPurchases(new DiscreteSummary(6, 6, 6), 0.05))
                .isCloseTo(20, within(1e-6));
        assertThat(faithful.discountedPurchases(new DiscreteSummary(6, 6, 6), 10, 0.05))
                .isCloseTo((1 - Math.pow(1.05, -10)) / 0.05, within(1e-6));
    }

    @Test
    void margins_and_rates_have_their_ranges() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base().lifetimeValue(DONOR, MEAN, 0, 10, 0.1))
                .withMessage("margin 0.0 is outside 0 (exclusive) to 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base().residualValue(DONOR, MEAN, 1.5, 0.1))
                .withMessageContaining("margin 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base().residualValue(DONOR, MEAN, 0.5, 0))
                .withMessageContaining("above 0, not 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base().lifetimeValue(DONOR, MEAN, 0.5, 10, -0.1))
                .withMessageContaining("discount rate -0.1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buying().model().discountedPurchases(DONOR, 1, Double.POSITIVE_INFINITY))
                .withMessageContaining("Infinity");
    }
}
