package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/// What holds for any parameters and any customer, whatever a model says in numbers.
class InvariantProperties {

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, x == 0 ? 0 : last, age, OptionalDouble.empty(), TimeUnit.WEEK);
    }

    private static Arbitrary<Double> parameter() {
        return Arbitraries.doubles().between(-3, 3).map(Math::exp);
    }

    @Provide
    Arbitrary<BuyingModel> leaving() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 2), parameter(), parameter(), parameter(), parameter())
                .as((kind, r, alpha, a, b) -> switch (kind) {
                    case 0 -> new BgNbd(r, alpha, a, b, TimeUnit.WEEK);
                    case 1 -> new MbgNbd(r, alpha, a, b, TimeUnit.WEEK);
                    default -> new ParetoNbd(r, alpha, a, b, TimeUnit.WEEK);
                });
    }

    @Property
    void who_bought_later_is_more_likely_alive(
            @ForAll("leaving") BuyingModel model,
            @ForAll @IntRange(min = 1, max = 30) int x,
            @ForAll @DoubleRange(min = 1, max = 100) double age,
            @ForAll @DoubleRange(min = 0.05, max = 0.9) double part) {
        var early = model.probabilityAlive(customer(x, part * age, age));
        var late = model.probabilityAlive(customer(x, (part + 0.1) * age, age));

        assertThat(late).isGreaterThanOrEqualTo(early);
        assertThat(model.expectedPurchases(customer(x, (part + 0.1) * age, age), Horizon.weeks(20)))
                .isGreaterThanOrEqualTo(
                        model.expectedPurchases(customer(x, part * age, age), Horizon.weeks(20)) * (1 - 1e-9));
    }

    /// With the last purchase today, each more is one more chance of leaving that was not taken.
    @Property
    void purchases_without_silence_speak_for_staying(
            @ForAll @DoubleRange(min = 0.1, max = 5) double a,
            @ForAll @DoubleRange(min = 0.1, max = 5) double b,
            @ForAll @IntRange(max = 200) int x,
            @ForAll @DoubleRange(min = 0.1, max = 100) double age) {
        var mbg = new MbgNbd(0.7, 6, a, b, TimeUnit.WEEK);
        var bg = new BgNbd(0.7, 6, a, b, TimeUnit.WEEK);
        var pareto = new ParetoNbd(0.7, 6, a, b, TimeUnit.WEEK);

        assertThat(mbg.probabilityAlive(customer(x + 2, age, age)))
                .isGreaterThan(mbg.probabilityAlive(customer(x + 1, age, age)));
        assertThat(bg.probabilityAlive(customer(x + 2, age, age)))
                .isGreaterThan(bg.probabilityAlive(customer(x + 1, age, age)));
        assertThat(pareto.probabilityAlive(customer(x + 1, age, age))).isEqualTo(1);
    }

    /// The increasing-frequency paradox: the more often somebody bought, the more a long silence says.
    @Property
    void after_a_long_silence_many_purchases_speak_for_leaving(
            @ForAll("leaving") BuyingModel model, @ForAll @IntRange(min = 30, max = 200) int x) {
        var few = model.probabilityAlive(customer(x, 10, 100));
        var many = model.probabilityAlive(customer(x + 20, 10, 100));

        assertThat(many).isLessThanOrEqualTo(few + 1e-12);
    }

    @Property
    void a_purchase_today_raises_what_is_expected(
            @ForAll("leaving") BuyingModel model,
            @ForAll @IntRange(min = 1, max = 30) int x,
            @ForAll @DoubleRange(min = 5, max = 100) double age) {
        var silent = customer(x, age * 0.5, age);
        var active = customer(x + 1, age, age);

        assertThat(model.expectedPurchasesIfAlive(active, Horizon.weeks(10)))
                .isGreaterThan(model.expectedPurchasesIfAlive(silent, Horizon.weeks(10)) * (1 - 1e-9));
        assertThat(model.expectedPurchases(active, Horizon.weeks(10)))
                .isGreaterThan(model.expectedPurchases(silent, Horizon.weeks(10)) * (1 - 1e-9));
    }

    @Property
    void the_longer_without_repeat_the_less_is_expected(
            @ForAll("leaving") BuyingModel model, @ForAll @DoubleRange(max = 100) double age) {
        var ahead = Horizon.weeks(26);

        assertThat(model.expectedPurchases(customer(0, 0, age + 5), ahead))
                .isLessThanOrEqualTo(model.expectedPurchases(customer(0, 0, age), ahead) * (1 + 1e-9));
    }

    /// Nothing is known yet: a customer of age 0 is a newcomer, but that in MBG/NBD it may have left already.
    @Property
    void a_customer_of_today_is_a_newcomer(
            @ForAll("leaving") BuyingModel model, @ForAll @DoubleRange(min = 0.1, max = 200) double weeks) {
        assertThat(model.expectedPurchases(customer(0, 0, 0), Horizon.weeks(weeks)))
                .isCloseTo(
                        model.expectedRepeatPurchases(Horizon.weeks(weeks)),
                        within(1e-9 * (1 + model.expectedRepeatPurchases(Horizon.weeks(weeks)))));
    }

    @Property
    void what_is_expected_has_less_and_less_to_add(
            @ForAll("leaving") BuyingModel model,
            @ForAll @IntRange(max = 20) int x,
            @ForAll @DoubleRange(min = 1, max = 60) double age) {
        var customer = customer(x, age * 0.8, age);
        var first = model.expectedPurchases(customer, Horizon.weeks(10));
        var second = model.expectedPurchases(customer, Horizon.weeks(20)) - first;
        var third = model.expectedPurchases(customer, Horizon.weeks(30)) - first - second;

        assertThat(second).isLessThanOrEqualTo(first * (1 + 1e-9) + 1e-12);
        assertThat(third).isLessThanOrEqualTo(second * (1 + 1e-6) + 1e-9);
    }

    /// The likelihood of a whole base does not know in which order or under how many rows customers came.
    @Property(tries = 20)
    void order_and_repetition_of_rows_change_nothing(@ForAll @IntRange(max = 1000) int seed) {
        var customers = new ArrayList<>(new Simulation(seed).of(new MbgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK), 200, 60));
        for (var kind : ModelKind.values()) {
            var one = kind.fit(GroupedSummaries.of(TimeUnit.WEEK, customers))
                    .estimate()
                    .orElseThrow();
            var mixed = new ArrayList<>(customers);
            mixed.addAll(customers);
            Collections.shuffle(mixed, new Random(seed));
            var two = kind.fit(GroupedSummaries.of(TimeUnit.WEEK, mixed))
                    .estimate()
                    .orElseThrow();

            assertThat(two.logLikelihood())
                    .isCloseTo(2 * one.logLikelihood(), within(1e-6 * Math.abs(one.logLikelihood())));
            assertThat(two.aic() - 2 * one.aic())
                    .isCloseTo(-2.0 * one.parameters().size(), within(1e-3));
        }
    }

    @Property(tries = 15)
    void every_unit_finds_the_same_customers(@ForAll @IntRange(max = 1000) int seed) {
        var customers = new Simulation(seed).of(new BgNbd(0.7, 6, 0.9, 2, TimeUnit.WEEK), 250, 60);
        for (var kind : ModelKind.values()) {
            var weeks = kind.fit(GroupedSummaries.of(TimeUnit.WEEK, customers))
                    .estimate()
                    .orElseThrow();
            var days = kind.fit(GroupedSummaries.of(TimeUnit.DAY, customers))
                    .estimate()
                    .orElseThrow();

            assertThat(days.model().unit()).isEqualTo(TimeUnit.DAY);
            for (var customer : customers.subList(0, 5)) {
                assertThat(days.model().probabilityAlive(customer))
                        .isCloseTo(weeks.model().probabilityAlive(customer), within(1e-4));
                assertThat(days.model().expectedPurchases(customer, Horizon.months(3)))
                        .isCloseTo(weeks.model().expectedPurchases(customer, Horizon.months(3)), within(1e-3));
            }
        }
    }

    /// A mixture weighs: the mean of a base is between those of its halves.
    @Property(tries = 20)
    void weights_shift_the_mean_rate(
            @ForAll @IntRange(max = 1000) int seed, @ForAll @IntRange(min = 1, max = 50) int weight) {
        List<CustomerSummary> slow = new Simulation(seed).of(new Nbd(2, 20, TimeUnit.WEEK), 100, 60);
        List<CustomerSummary> fast = new Simulation(seed).of(new Nbd(2, 5, TimeUnit.WEEK), 100, 60);
        var both = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        slow.forEach(customer -> both.add(customer, weight));
        fast.forEach(customer -> both.add(customer, 1));
        var mean = rate(both.grouped());

        assertThat(mean)
                .isBetween(
                        rate(GroupedSummaries.of(TimeUnit.WEEK, slow)), rate(GroupedSummaries.of(TimeUnit.WEEK, fast)));
    }

    private static double rate(GroupedSummaries customers) {
        var model = Nbd.fit(customers).estimate().orElseThrow().model();
        return model.r() / model.alpha();
    }
}
