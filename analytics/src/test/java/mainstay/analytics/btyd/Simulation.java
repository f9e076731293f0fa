package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;

/// Customers who behave as a model says, with time running on without a grain.
final class Simulation {

    private final Random random;

    Simulation(long seed) {
        random = new Random(seed);
    }

    List<CustomerSummary> of(BuyingModel model, int customers, double longest) {
        var all = new ArrayList<CustomerSummary>();
        for (var i = 0; i < customers; i++) {
            all.add(customer(model, longest * (0.3 + 0.7 * random.nextDouble())));
        }
        return all;
    }

    private CustomerSummary customer(BuyingModel model, double age) {
        return switch (model) {
            case Nbd nbd -> customer(nbd.r(), nbd.alpha(), age, age, p -> 0, false, nbd.unit());
            case BgNbd bg -> {
                var leaving = beta(bg.a(), bg.b());
                yield customer(bg.r(), bg.alpha(), age, age, p -> leaving, false, bg.unit());
            }
            case MbgNbd mbg -> {
                var leaving = beta(mbg.a(), mbg.b());
                yield customer(mbg.r(), mbg.alpha(), age, age, p -> leaving, true, mbg.unit());
            }
            case ParetoNbd pareto -> {
                var lifetime = -Math.log1p(-random.nextDouble()) / (gamma(random, pareto.s()) / pareto.beta());
                yield customer(pareto.r(), pareto.alpha(), age, Math.min(age, lifetime), p -> 0, false, pareto.unit());
            }
        };
    }

    private CustomerSummary customer(
            double r,
            double alpha,
            double age,
            double until,
            DoubleUnaryOperator leaving,
            boolean early,
            TimeUnit unit) {
        var rate = gamma(random, r) / alpha;
        var x = 0;
        var last = 0.0;
        var alive = !early || random.nextDouble() >= leaving.applyAsDouble(0);
        while (alive) {
            var next = last - Math.log1p(-random.nextDouble()) / rate;
            if (next > until) {
                break;
            }
            last = next;
            x++;
            alive = random.nextDouble() >= leaving.applyAsDouble(0);
        }
        return new CustomerSummary(x, last, age, OptionalDouble.empty(), unit);
    }

    private double beta(double a, double b) {
        var one = gamma(random, a);
        return one / (one + gamma(random, b));
    }

    /// By G. Marsaglia and W. W. Tsang, "A Simple Method for Generating Gamma Variables", 2000.
    static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        var d = shape - 1 / 3.0;
        var c = 1 / Math.sqrt(9 * d);
        while (true) {
            var z = random.nextGaussian();
            var v = Math.pow(1 + c * z, 3);
            if (v > 0 && Math.log(random.nextDouble()) < z * z / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }

    /// Each parameter within three and a half standard errors, which chance leaves one time in two thousand.
    static void assertFound(Estimate<?> found, Map<String, Double> known) {
        known.forEach((name, value) -> assertThat(found.parameters().get(name))
                .as(name)
                .isCloseTo(
                        value,
                        within(3.5
                                * Objects.requireNonNull(found.standardErrors().get(name)))));
    }
}
