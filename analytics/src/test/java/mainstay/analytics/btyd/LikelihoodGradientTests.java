package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import mainstay.analytics.numeric.Objective;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.TimeUnit;
import org.junit.jupiter.api.Test;

/// The derivatives that the search follows are those of the function it lowers.
class LikelihoodGradientTests {

    private static final List<double[]> POINTS = List.of(
            new double[] {0, 0, 0, 0},
            new double[] {-1.4, 0.3, -0.2, 0.9},
            new double[] {1.2, 2, -2, 1.5},
            new double[] {-3, -1, 1, -1},
            new double[] {0.5, 1, 3, 4});

    private static CustomerSummary customer(int x, double last, double age) {
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.WEEK);
    }

    /// Ordinary customers and those at the edges: never back, bought today, first seen today, thousands of
    /// purchases.
    private static GroupedSummaries customers() {
        var weighted = new GroupedSummaries.Weighted(TimeUnit.WEEK);
        new Simulation(21)
                .of(new BgNbd(0.7, 6, 0.8, 2.5, TimeUnit.WEEK), 200, 80)
                .forEach(one -> weighted.add(one, 2));
        weighted.add(customer(0, 0, 0), 3);
        weighted.add(customer(0, 0, 50), 40);
        weighted.add(customer(5, 60, 60), 1.5);
        weighted.add(customer(3000, 59, 60), 1);
        weighted.add(customer(40, 2, 70), 1);
        return weighted.grouped();
    }

    private static void assertGradient(Objective objective, double[] at) {
        var gradient = new double[at.length];
        var ignored = new double[at.length];
        objective.at(at, gradient);
        for (var i = 0; i < at.length; i++) {
            var h = 1e-5;
            var up = at.clone();
            var down = at.clone();
            up[i] += h;
            down[i] -= h;
            var slope = (objective.at(up, ignored) - objective.at(down, ignored)) / (2 * h);
            assertThat(gradient[i]).as("derivative " + i).isCloseTo(slope, within(2e-6 * (1 + Math.abs(slope))));
        }
    }

    @Test
    void nbd() {
        var objective = new NbdLikelihood(customers(), 40);
        POINTS.forEach(point -> assertGradient(objective, new double[] {point[0], point[1]}));
    }

    @Test
    void bg_nbd() {
        var objective = new GeometricLikelihood(customers(), 40, 0);
        POINTS.forEach(point -> assertGradient(objective, point));
    }

    @Test
    void mbg_nbd() {
        var objective = new GeometricLikelihood(customers(), 40, 1);
        POINTS.forEach(point -> assertGradient(objective, point));
    }

    @Test
    void pareto_nbd() {
        var objective = new ParetoLikelihood(customers(), 40);
        POINTS.forEach(point -> assertGradient(objective, point));
    }

    @Test
    void gamma_gamma() {
        var random = new Random(5);
        var counts = new int[100];
        var means = new double[100];
        for (var i = 0; i < counts.length; i++) {
            counts[i] = 1 + random.nextInt(i < 95 ? 9 : 4000);
            means[i] = 0.1 + 50 * random.nextDouble();
        }
        var objective = new SpendingLikelihood(MeanValues.of(counts, means), 20);
        POINTS.forEach(point -> assertGradient(objective, new double[] {point[0], point[1], point[2]}));
    }

    @Test
    void bg_bb() {
        var donors = new DiscreteSummaries()
                .add(new DiscreteSummary(0, 0, 6), 30)
                .add(new DiscreteSummary(1, 3, 6), 10)
                .add(new DiscreteSummary(4, 5, 6), 7)
                .add(new DiscreteSummary(6, 6, 6), 5)
                .add(new DiscreteSummary(0, 0, 0), 2)
                .add(new DiscreteSummary(2, 2, 3), 4);
        var objective = new DiscreteFamily().objective(donors, 1);
        POINTS.forEach(point -> assertGradient(objective, point));
    }

    /// The tables of the Pareto/NBD against the integral of each customer by itself.
    @Test
    void grouped_and_single_likelihoods_agree() {
        var data = customers();
        for (var model : new BuyingModel[] {
            new Nbd(0.5, 9, TimeUnit.WEEK),
            new BgNbd(0.5, 9, 0.7, 2, TimeUnit.WEEK),
            new MbgNbd(0.5, 9, 0.7, 2, TimeUnit.WEEK),
            new ParetoNbd(0.5, 9, 0.7, 12, TimeUnit.WEEK)
        }) {
            var logs =
                    model.parameters().values().stream().mapToDouble(Math::log).toArray();
            var sum = 0.0;
            for (var i = 0; i < data.groups(); i++) {
                sum += data.weight(i) * model.logLikelihood(data.customer(i));
            }
            var mean = objective(model, data).at(logs, new double[logs.length]);
            assertThat(-mean * data.customers()).isCloseTo(sum, within(1e-8 * Math.abs(sum)));
        }
    }

    private static Objective objective(BuyingModel model, GroupedSummaries data) {
        return switch (model) {
            case Nbd nbd -> new NbdLikelihood(data, 1);
            case BgNbd bg -> new GeometricLikelihood(data, 1, 0);
            case MbgNbd mbg -> new GeometricLikelihood(data, 1, 1);
            case ParetoNbd pareto -> new ParetoLikelihood(data, 1);
        };
    }
}
