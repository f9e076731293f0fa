package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers far from those of any textbook.
class ExtremeTests {

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.WEEK);
    }

    private static List<CustomerSummary> simulated() {
        return new Simulation(61).of(new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK), 600, 80);
    }

    private static List<BuyingModel> models() {
        return List.of(
                new Nbd(0.7, 6, TimeUnit.WEEK),
                new BgNbd(0.7, 6, 0.8, 2.5, TimeUnit.WEEK),
                new MbgNbd(0.7, 6, 0.8, 2.5, TimeUnit.WEEK),
                new ParetoNbd(0.7, 6, 0.7, 20, TimeUnit.WEEK));
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 5000, 50_000, 1_000_000})
    void thousands_of_purchases(int x) {
        for (var model : models()) {
            var steady = customer(x, 100, 100);
            var gone = customer(x, 50, 100);

            assertThat(model.logLikelihood(steady)).isFinite();
            assertThat(model.logLikelihood(gone)).isFinite();
            assertThat(model.probabilityAlive(steady)).isGreaterThan(0.99);
            assertThat(model.expectedPurchasesIfAlive(steady, Horizon.weeks(1)))
                    .isBetween(0.5 * x / 106, 1.01 * (x + 1) / 106.0);
            if (!(model instanceof Nbd)) {
                assertThat(model.probabilityAlive(gone)).isLessThan(1e-6);
                assertThat(model.expectedPurchases(gone, Horizon.weeks(52))).isLessThan(1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void a_base_of_the_busiest_has_a_fit(ModelKind kind) {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var i = 1; i <= 40; i++) {
            weighted.add(customer(1000 + 137 * i, 100 - i % 3, 100), 1);
        }
        var found = kind.fit(weighted.grouped()).estimate().orElseThrow();

        assertThat(found.logLikelihood()).isFinite();
        assertThat(found.model().expectedRepeatPurchases(Horizon.weeks(100))).isBetween(1000.0, 7000.0);
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void customers_of_today_are_counted_and_change_nothing(ModelKind kind) {
        var customers = simulated();
        var with = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        customers.forEach(customer -> with.add(customer, 1));
        with.add(customer(0, 0, 0), 200);
        var without = kind.fit(GroupedSummaries.of(TimeUnit.WEEK, customers))
                .estimate()
                .orElseThrow();
        var found = kind.fit(with.grouped()).estimate().orElseThrow();

        assertThat(found.customers()).isEqualTo(800);
        assertThat(found.logLikelihood()).isCloseTo(without.logLikelihood(), within(1e-3));
        without.parameters()
                .forEach((name, value) -> assertThat(found.parameters().getOrDefault(name, 0.0))
                        .as(name)
                        .isCloseTo(value, within(2e-3 * value)));
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void huge_and_tiny_weights_find_the_same_parameters(ModelKind kind) {
        var customers = simulated();
        var one = kind.fit(GroupedSummaries.of(TimeUnit.WEEK, customers)).orElseThrow();
        for (var weight : new double[] {0.05, 1e6}) {
            var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
            customers.forEach(customer -> weighted.add(customer, weight));
            var found = kind.fit(weighted.grouped()).orElseThrow();

            assertThat(found.logLikelihood())
                    .isCloseTo(weight * one.logLikelihood(), within(1e-6 * Math.abs(weight * one.logLikelihood())));
            one.parameters()
                    .forEach((name, value) -> assertThat(found.parameters().getOrDefault(name, 0.0))
                            .as(name)
                            .isCloseTo(value, within(1e-4 * value)));
        }
    }

    /// As if weeks were micro-seconds, or millions of years.
    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 1e-3, 1e3, 1e9})
    void times_of_any_size_scale_the_rates(double factor) {
        var customers = simulated();
        var scaled = customers.stream()
                .map(each -> customer(each.repeatPurchases(), each.ageAtLastPurchase() * factor, each.age() * factor))
                .toList();
        for (var kind : ModelKind.values()) {
            var one = kind.fit(GroupedSummaries.of(TimeUnit.WEEK, customers)).orElseThrow();
            var other = kind.fit(GroupedSummaries.of(TimeUnit.WEEK, scaled)).orElseThrow();
            one.parameters().forEach((name, value) -> {
                var expected = name.equals("alpha") || name.equals("beta") ? value * factor : value;
                assertThat(other.parameters().getOrDefault(name, 0.0))
                        .as(name)
                        .isCloseTo(expected, within(1e-4 * expected));
            });
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-8, 1, 1e12})
    void amounts_of_any_size_scale_with_their_currency(double factor) {
        var values = new Simulation(5).of(new GammaGamma(6.25, 3.74, 15.44), 2000);
        var counts = new int[values.customers()];
        var means = new double[counts.length];
        for (var i = 0; i < counts.length; i++) {
            counts[i] = values.repeatPurchases(i);
            means[i] = values.meanValue(i) * factor;
        }
        var one = GammaGamma.fit(values).orElseThrow().model();
        var other = GammaGamma.fit(MeanValues.of(counts, means)).orElseThrow().model();

        assertThat(other.p()).isCloseTo(one.p(), within(1e-4));
        assertThat(other.q()).isCloseTo(one.q(), within(1e-4));
        assertThat(other.v() / factor).isCloseTo(one.v(), within(1e-3));
    }

    @Test
    void an_endless_horizon_brings_what_a_customer_has_left() {
        var far = Horizon.weeks(1e12);
        var customer = customer(4, 30, 38);

        assertThat(new BgNbd(0.7, 6, 3, 2, TimeUnit.WEEK).expectedPurchasesIfAlive(customer, far))
                .isCloseTo((3 + 2 + 4 - 1) / 2.0, within(1e-3));
        assertThat(new MbgNbd(0.7, 6, 3, 2, TimeUnit.WEEK).expectedPurchasesIfAlive(customer, far))
                .isCloseTo((3 + 2 + 5 - 1) / 2.0, within(1e-3));
        assertThat(new ParetoNbd(0.7, 6, 2, 20, TimeUnit.WEEK).expectedPurchasesIfAlive(customer, far))
                .isCloseTo(4.7 / 44 * 58, within(1e-3));
    }

    @Test
    void hundreds_of_occasions() {
        var model = new BgBb(1.2, 0.75, 0.66, 2.8);
        for (var n : new int[] {100, 1000, 5000}) {
            var steady = new DiscreteSummary(n, n, n);
            var silent = new DiscreteSummary(n / 10, n / 10, n);

            assertThat(model.logLikelihood(steady)).isFinite().isNegative();
            assertThat(model.probabilityAlive(steady)).isBetween(0.99, 1.0);
            assertThat(model.probabilityAlive(silent)).isLessThan(1e-6);
            assertThat(model.expectedPurchases(steady, 10)).isBetween(9.0, 10.0);
        }
    }
}
