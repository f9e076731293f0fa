package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.Random;
import mainstay.analytics.btyd.Boundary.Limit;
import mainstay.analytics.btyd.Boundary.Meaning;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Customers made so that a parameter has to run away, model by model.
class BoundaryDataTests {

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.WEEK);
    }

    private static Boundary boundary(Fit<?> fit) {
        assertThat(fit).isInstanceOf(Fit.AtBoundary.class);
        return ((Fit.AtBoundary<?>) fit).boundary();
    }

    /// Purchases by one common rate, or by rates of their own; leaving after each by one common chance.
    private static GroupedSummaries alike(double r, double leaving, boolean early, long seed) {
        var simulation = new Simulation(seed);
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var i = 0; i < 3000; i++) {
            var rate = r == 0 ? 0.2 : simulation.rate(r, 4);
            weighted.add(
                    simulation
                            .life(rate, 60 + i % 40, 0, Double.MAX_VALUE, leaving, early)
                            .known(),
                    1);
        }
        return weighted.grouped();
    }

    @Test
    void rates_that_do_not_differ() {
        var boundary = boundary(Nbd.fit(alike(0, 0, false, 4)));

        assertThat(boundary.meaning()).isEqualTo(Meaning.EQUAL_RATES);
        assertThat(boundary.limit()).isEqualTo(Limit.INFINITY);
        assertThat(boundary.explain()).contains("do not differ in how often they buy");
    }

    /// The mean is all that such a fit finds, and it finds it.
    @Test
    void the_mean_rate_is_found_though_its_spread_is_none() {
        var model = Nbd.fit(alike(0, 0, false, 4)).estimate().orElseThrow().model();

        assertThat(model.r() / model.alpha()).isCloseTo(0.2, within(0.005));
    }

    @Test
    void bg_nbd_with_one_chance_of_leaving() {
        var fit = BgNbd.fit(alike(2, 0.15, false, 2));
        var model = fit.estimate().orElseThrow().model();

        assertThat(boundary(fit)).isEqualTo(new Boundary("b", Limit.INFINITY, Meaning.EQUAL_DROP_OUT));
        assertThat(model.a() / (model.a() + model.b())).isCloseTo(0.15, within(0.015));
        assertThat(boundary(fit).explain()).contains("customers do not differ in their chance of leaving");
    }

    /// Chance makes some bases look as if customers differed a little: then the maximum is far out, and inside.
    @Test
    void mbg_nbd_with_one_chance_of_leaving() {
        var edges = 0;
        for (var seed = 1; seed <= 8; seed++) {
            var fit = MbgNbd.fit(alike(2, 0.15, true, seed));
            var model = fit.estimate().orElseThrow().model();

            assertThat(model.a() / (model.a() + model.b())).isCloseTo(0.15, within(0.015));
            assertThat(model.b()).isGreaterThan(20);
            if (fit instanceof Fit.AtBoundary) {
                assertThat(boundary(fit).meaning()).isEqualTo(Meaning.EQUAL_DROP_OUT);
                edges++;
            }
        }
        assertThat(edges).isBetween(1, 7);
    }

    @Test
    void pareto_nbd_with_one_rate_of_leaving() {
        var simulation = new Simulation(8);
        var random = new Random(9);
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var i = 0; i < 3000; i++) {
            var lifetime = -Math.log1p(-random.nextDouble()) / 0.05;
            weighted.add(
                    simulation
                            .life(simulation.rate(2, 4), 60 + i % 40, 0, lifetime, 0, false)
                            .known(),
                    1);
        }
        var fit = ParetoNbd.fit(weighted.grouped());
        var model = fit.estimate().orElseThrow().model();

        assertThat(boundary(fit).meaning()).isEqualTo(Meaning.EQUAL_DROP_OUT);
        assertThat(boundary(fit).limit()).isEqualTo(Limit.INFINITY);
        assertThat(model.s() / model.beta()).isCloseTo(0.05, within(0.005));
    }

    /// Half never come back, half come every other week to the last day.
    @Test
    void customers_who_leave_at_once_or_never() {
        var simulation = new Simulation(5);
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var i = 0; i < 3000; i++) {
            weighted.add(
                    simulation
                            .life(simulation.rate(2, 4), 80, 0, Double.MAX_VALUE, i % 2, true)
                            .known(),
                    1);
        }
        var boundary = boundary(MbgNbd.fit(weighted.grouped()));

        assertThat(boundary.meaning()).isEqualTo(Meaning.ALL_OR_NOTHING_DROP_OUT);
        assertThat(boundary.limit()).isEqualTo(Limit.ZERO);
        assertThat(boundary.explain()).contains("at once or never");
    }

    /// Five customers: the likelihood falls off in one direction hardly at all, long before any wall is reached.
    @Test
    void a_ridge_without_an_end_is_no_maximum() {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var x = 3; x < 8; x++) {
            weighted.add(customer(x, 20 + x, 60), 1);
        }
        var fit = MbgNbd.fit(weighted.grouped());

        assertThat(fit).isInstanceOf(Fit.AtBoundary.class);
        assertThat(fit.estimate().orElseThrow().interval(MbgNbd::a, Scale.LOG, 0.95))
                .isEmpty();
        assertThat(boundary(fit).meaning()).isNotEqualTo(Meaning.NO_DROP_OUT);
    }

    @ParameterizedTest
    @EnumSource(value = ModelKind.class, names = "NBD", mode = EnumSource.Mode.EXCLUDE)
    void everybody_stays(ModelKind kind) {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        for (var x = 1; x <= 40; x++) {
            weighted.add(customer(x, 50 - 0.01 * x, 50), 3);
        }
        var fit = kind.fit(weighted.grouped());

        assertThat(boundary(fit).meaning()).isEqualTo(Meaning.NO_DROP_OUT);
        assertThat(boundary(fit).limit()).isEqualTo(Limit.ZERO);
        assertThat(boundary(fit).parameter()).isEqualTo(kind == ModelKind.PARETO_NBD ? "s" : "a");
        assertThat(fit.estimate().orElseThrow().standardErrors()).isEmpty();
        assertThat(fit.estimate().orElseThrow().logLikelihood())
                .isCloseTo(Nbd.fit(weighted.grouped()).orElseThrow().logLikelihood(), within(1e-3));
    }

    /// A handful buys all the time, nearly nobody else ever.
    @Test
    void purchases_of_very_few() {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK)
                .add(customer(0, 0, 50), 10_000_000)
                .add(customer(400, 50, 50), 1)
                .add(customer(4000, 50, 50), 1)
                .add(customer(90, 50, 50), 1);
        var fit = Nbd.fit(weighted.grouped());

        assertThat(boundary(fit).meaning()).isEqualTo(Meaning.EXTREME_RATES);
        assertThat(boundary(fit).explain()).contains("very few customers");
    }

    private static DiscreteSummaries donors(double buying, double leaving, long seed) {
        var random = new Random(seed);
        var simulation = new Simulation(seed);
        var all = new DiscreteSummaries();
        for (var i = 0; i < 3000; i++) {
            var chance = buying > 0 ? buying : simulation.chance(2, 2);
            var x = 0;
            var last = 0;
            for (var occasion = 1; occasion <= 12 && random.nextDouble() >= leaving; occasion++) {
                if (random.nextDouble() < chance) {
                    x++;
                    last = occasion;
                }
            }
            all.add(new DiscreteSummary(x, last, 12), 1);
        }
        return all;
    }

    @Test
    void donors_who_all_stay() {
        assertThat(boundary(BgBb.fit(donors(0, 0, 3))).meaning()).isEqualTo(Meaning.NO_DROP_OUT);
    }

    @Test
    void donors_who_leave_with_one_chance() {
        var fit = BgBb.fit(donors(0, 0.2, 3));
        var model = fit.estimate().orElseThrow().model();

        assertThat(boundary(fit).meaning()).isEqualTo(Meaning.EQUAL_DROP_OUT);
        assertThat(model.gamma() / (model.gamma() + model.delta())).isCloseTo(0.2, within(0.02));
    }

    @Test
    void donors_who_give_with_one_chance() {
        var fit = BgBb.fit(donors(0.4, 0, 6));
        var model = fit.estimate().orElseThrow().model();

        assertThat(boundary(fit).meaning()).isIn(Meaning.EQUAL_RATES, Meaning.NO_DROP_OUT);
        assertThat(model.alpha() / (model.alpha() + model.beta())).isCloseTo(0.4, within(0.01));
    }

    @Test
    void amounts_that_never_vary_within_a_customer() {
        var random = new Random(4);
        var counts = new int[500];
        var means = new double[500];
        for (var i = 0; i < counts.length; i++) {
            counts[i] = 1 + i % 9;
            means[i] = 15 / Simulation.gamma(random, 4);
        }
        var fit = GammaGamma.fit(MeanValues.of(counts, means));

        assertThat(boundary(fit).meaning()).isEqualTo(Meaning.SPENDING_SPREAD);
        assertThat(boundary(fit).parameter()).isEqualTo("p");
        assertThat(boundary(fit).explain()).contains("amounts hardly differ");
    }

    @Test
    void customers_who_all_spend_alike() {
        var random = new Random(4);
        var counts = new int[500];
        var means = new double[500];
        for (var i = 0; i < counts.length; i++) {
            counts[i] = 1 + i % 9;
            means[i] = Simulation.gamma(random, 3.0 * counts[i]) / counts[i];
        }
        var fit = GammaGamma.fit(MeanValues.of(counts, means));
        var model = fit.estimate().orElseThrow().model();

        assertThat(boundary(fit).meaning()).isEqualTo(Meaning.SPENDING_SPREAD);
        assertThat(model.populationMean().getAsDouble()).isCloseTo(3, within(0.1));
        assertThat(model.p()).isCloseTo(3, within(0.3));
    }

    @Test
    void a_ridge_of_spending_is_no_best_fit() {
        var ridges = 0;
        for (var seed = 0; seed < 20; seed++) {
            var fit = GammaGamma.fit(new Simulation(seed).of(new GammaGamma(3, 400, 40_000), 400));
            if (fit instanceof Fit.Converged<GammaGamma>(var found)) {
                assertThat(found.standardErrors())
                        .allSatisfy((name, error) -> assertThat(error)
                                .isLessThanOrEqualTo(found.parameters().get(name)));
            } else {
                ridges++;
                assertThat(boundary(fit).meaning()).isEqualTo(Meaning.SPENDING_SPREAD);
                assertThat(fit.estimate().orElseThrow().standardErrors()).isEmpty();
            }
        }
        assertThat(ridges).isPositive();
    }
}
