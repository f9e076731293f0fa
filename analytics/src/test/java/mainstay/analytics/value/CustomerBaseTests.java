package mainstay.analytics.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import mainstay.analytics.Cdnow;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.MbgNbd;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.btyd.Scale;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.value.Explanation.Caveat;
import mainstay.analytics.value.Explanation.Quantity;
import org.junit.jupiter.api.Test;

class CustomerBaseTests {

    private static List<CustomerSummary> customers() {
        return Cdnow.sample().histories().values().stream()
                .flatMap(history -> history.summary(LocalDate.of(1997, 9, 30), TimeUnit.WEEK).stream())
                .toList();
    }

    private static GroupedSummaries groups() {
        return GroupedSummaries.of(TimeUnit.WEEK, customers());
    }

    private static CustomerBase<MbgNbd> cdnow() {
        return CustomerBase.of(
                MbgNbd.fit(groups()).orElseThrow(),
                GammaGamma.fit(MeanValues.of(customers())).orElseThrow(),
                0.95);
    }

    private static void assertInside(Explanation explained) {
        var interval = explained.interval().orElseThrow();
        assertThat(interval.low()).isLessThan(explained.value().getAsDouble());
        assertThat(interval.high()).isGreaterThan(explained.value().getAsDouble());
        assertThat(interval.level()).isEqualTo(0.95);
    }

    @Test
    void every_answer_has_its_interval_and_what_it_rests_on() {
        var customer = customers().getFirst();
        var alive = cdnow().probabilityAlive(customer);

        assertInside(alive);
        assertThat(alive.quantity()).isEqualTo(Quantity.PROBABILITY_ALIVE);
        assertThat(alive.interval().orElseThrow().high()).isLessThan(1);
        assertThat(alive.inputs()).containsKeys("x", "t_x", "T", "m", "r", "alpha", "a", "b");
        assertThat(alive.inputs()).containsEntry("x", 2.0);
        assertThat(alive.caveats()).isEmpty();
        assertInside(cdnow().expectedPurchases(customer, Horizon.weeks(39)));
        assertInside(cdnow().expectedSpend(customer));
        assertInside(cdnow().lifetimeValue(customer, 0.4, Horizon.months(1), 12, Discount.monthly(0.01)));
        assertInside(cdnow().residualValue(customer, 0.4, Discount.yearly(0.1)));
    }

    @Test
    void an_explanation_reads_as_a_line() {
        var line = cdnow().expectedPurchases(customers().getFirst(), Horizon.weeks(39))
                .explain();

        assertThat(line)
                .startsWith("expected purchases 1.")
                .contains("(95 %: ")
                .contains("from x 2, t_x 30.4286")
                .contains("t 39");
    }

    @Test
    void errors_of_buying_and_of_spending_add_up() {
        var customer = customers().getFirst();
        var bought = cdnow().expectedPurchases(customer, Horizon.months(1))
                .interval()
                .orElseThrow();
        var spent = cdnow().expectedSpend(customer).interval().orElseThrow();
        var worth = cdnow().lifetimeValue(customer, 1, Horizon.months(1), 1, Discount.monthly(0.01))
                .interval()
                .orElseThrow();

        assertThat(Math.log(worth.high() / worth.low()))
                .isCloseTo(
                        Math.hypot(Math.log(bought.high() / bought.low()), Math.log(spent.high() / spent.low())),
                        within(1e-4));
    }

    @Test
    void bg_nbd_cannot_doubt_newcomers() {
        var newcomer = new CustomerSummary(0, 0, 30, OptionalDouble.empty(), TimeUnit.WEEK);
        var base = CustomerBase.of(BgNbd.fit(groups()).orElseThrow(), 0.95);

        assertThat(base.probabilityAlive(newcomer).caveats()).containsExactly(Caveat.ALIVE_BY_CONSTRUCTION);
        assertThat(base.probabilityAlive(customers().getFirst()).caveats()).isEmpty();
        assertThat(base.probabilityAlive(newcomer).value()).hasValue(1);
    }

    @Test
    void without_spending_there_is_no_value() {
        var base = CustomerBase.of(MbgNbd.fit(groups()).orElseThrow(), 0.95);
        var value = base.lifetimeValue(customers().getFirst(), 1, Horizon.months(1), 12, Discount.monthly(0.01));

        assertThat(value.value()).isEmpty();
        assertThat(value.interval()).isEmpty();
        assertThat(value.explain()).contains("lifetime value undefined from");
        assertThat(base.expectedSpend(customers().getFirst()).value()).isEmpty();
        assertThat(base.expectedSpend(customers().getFirst()).interval()).isEmpty();
    }

    @Test
    void a_margin_is_checked_before_anything_is_asked() {
        var base = CustomerBase.of(MbgNbd.fit(groups()).orElseThrow(), 0.95);
        var customer = customers().getFirst();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> base.residualValue(customer, 2, Discount.yearly(0.1)))
                .withMessageContaining("margin 2.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> base.lifetimeValue(customer, 0, Horizon.months(1), 12, Discount.yearly(0.1)));
    }

    /// Near q = 1 a newcomer's mean exists at the fit and not beside it: then its interval is unknown.
    @Test
    void a_mean_on_the_brink_has_no_interval() {
        var spent = GammaGamma.fit(MeanValues.of(customers())).orElseThrow();
        var q = spent.model().q();

        assertThat(spent.interval(model -> model.q() < q ? Double.NaN : model.q(), Scale.LOG, 0.95))
                .isEmpty();
        assertThat(spent.interval(GammaGamma::q, Scale.LOG, 0.95)).isPresent();
    }

    @Test
    void a_newcomer_spends_like_others() {
        var newcomer = new CustomerSummary(0, 0, 30, OptionalDouble.empty(), TimeUnit.WEEK);

        assertThat(cdnow().expectedSpend(newcomer).caveats()).containsExactly(Caveat.SPENDING_OF_OTHERS);
        assertThat(cdnow().expectedSpend(newcomer).value().getAsDouble()).isCloseTo(35.17, within(0.01));
    }

    @Test
    void few_customers_without_drop_out_are_doubted() {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        customers().stream().limit(90).forEach(customer -> weighted.add(customer, 1));
        Estimate<Nbd> found = Nbd.fit(weighted.grouped()).orElseThrow();

        assertThat(CustomerBase.of(found, 0.95)
                        .probabilityAlive(customers().getFirst())
                        .caveats())
                .containsExactly(Caveat.NO_DROP_OUT, Caveat.SMALL_BASE);
    }

    @Test
    void at_a_boundary_there_is_no_interval() {
        var regular = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var i = 0; i < 200; i++) {
            regular.add(
                    new CustomerSummary(5 + i % 9, 10 + i % 9, 10.5 + i % 9, OptionalDouble.empty(), TimeUnit.WEEK), 1);
        }
        var found = BgNbd.fit(regular.grouped()).estimate().orElseThrow();
        var answer = CustomerBase.of(found, 0.95).expectedPurchases(customers().getFirst(), Horizon.weeks(4));

        assertThat(answer.interval()).isEmpty();
        assertThat(answer.caveats()).contains(Caveat.NO_INTERVAL);
        var spent = GammaGamma.fit(MeanValues.of(customers())).orElseThrow();
        assertThat(CustomerBase.of(found, spent, 0.95)
                        .residualValue(customers().getFirst(), 1, Discount.yearly(0.1))
                        .interval())
                .isEmpty();
    }

    @Test
    void spending_names_its_own_inputs() {
        var customer = customers().getFirst();
        var spend = cdnow().expectedSpend(customer);
        var value = cdnow().residualValue(customer, 0.4, Discount.yearly(0.1));

        assertThat(spend.inputs()).containsOnlyKeys("x", "m", "p", "q", "v");
        assertThat(spend.inputs().get("m")).isCloseTo(22.345, within(1e-9));
        assertThat(value.inputs())
                .containsKeys("x", "t_x", "T", "m", "r", "alpha", "p", "q", "v")
                .containsEntry("margin", 0.4)
                .containsEntry("delta", Discount.yearly(0.1).continuous(TimeUnit.WEEK));
        assertThat(cdnow().lifetimeValue(customer, 0.4, Horizon.weeks(4), 13, new Discount(0.01, Horizon.weeks(4)))
                        .inputs())
                .containsEntry("margin", 0.4)
                .containsEntry("h", 4.0)
                .containsEntry("steps", 13.0)
                .hasEntrySatisfying("d", rate -> assertThat(rate).isCloseTo(0.01, within(1e-12)));
        assertThat(value.quantity()).isEqualTo(Quantity.RESIDUAL_VALUE);
    }

    @Test
    void a_confidence_that_no_interval_has_is_refused_at_once() {
        var found = BgNbd.fit(GroupedSummaries.of(TimeUnit.WEEK, customers())).orElseThrow();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> CustomerBase.of(found, 1))
                .withMessageContaining("confidence 1.0");
    }

    @Test
    void a_hundred_customers_are_no_longer_few() {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        customers().stream().limit(100).forEach(customer -> weighted.add(customer, 1));
        var found = Nbd.fit(weighted.grouped()).orElseThrow();

        assertThat(CustomerBase.of(found, 0.95)
                        .probabilityAlive(customers().getFirst())
                        .caveats())
                .containsExactly(Caveat.NO_DROP_OUT);
    }

    @Test
    void a_mean_that_does_not_exist_has_no_interval() {
        var random = new Random(3);
        var counts = new int[400];
        var means = new double[400];
        for (var i = 0; i < counts.length; i++) {
            counts[i] = 1 + random.nextInt(3);
            means[i] = Math.exp(5 * random.nextGaussian());
        }
        var wild = GammaGamma.fit(MeanValues.of(counts, means)).estimate().orElseThrow();
        var newcomer = new CustomerSummary(0, 0, 30, OptionalDouble.empty(), TimeUnit.WEEK);
        var spend =
                CustomerBase.of(MbgNbd.fit(groups()).orElseThrow(), wild, 0.95).expectedSpend(newcomer);

        assertThat(wild.model().q()).isLessThan(1);
        assertThat(spend.value()).isEmpty();
        assertThat(spend.interval()).isEmpty();
    }
}
