package mainstay.analytics.btyd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Random;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.MeanValues;
import mainstay.analytics.purchase.TimeUnit;

/// Customers who behave as a model says, with time running on without a grain.
public final class Simulation {

    private final Random random;

    public Simulation(long seed) {
        random = new Random(seed);
    }

    public List<CustomerSummary> of(BuyingModel model, int customers, double longest) {
        var all = new ArrayList<CustomerSummary>();
        for (var i = 0; i < customers; i++) {
            all.add(customer(model, longest * (0.3 + 0.7 * random.nextDouble())));
        }
        return all;
    }

    private CustomerSummary customer(BuyingModel model, double age) {
        return life(model, age, 0).known();
    }

    /// A customer as it is known at T, and what it does afterwards.
    ///
    /// @param alive whether it is still one at T
    /// @param later its purchases within the time ahead
    record Life(CustomerSummary known, boolean alive, int later) {}

    List<Life> lives(BuyingModel model, int customers, double longest, double ahead) {
        var all = new ArrayList<Life>();
        for (var i = 0; i < customers; i++) {
            all.add(life(model, longest * (0.3 + 0.7 * random.nextDouble()), ahead));
        }
        return all;
    }

    private Life life(BuyingModel model, double age, double ahead) {
        return switch (model) {
            case Nbd nbd -> life(gamma(random, nbd.r()) / nbd.alpha(), age, ahead, Double.MAX_VALUE, 0, false);
            case BgNbd bg -> {
                var leaving = beta(bg.a(), bg.b());
                yield life(gamma(random, bg.r()) / bg.alpha(), age, ahead, Double.MAX_VALUE, leaving, false);
            }
            case MbgNbd mbg -> {
                var leaving = beta(mbg.a(), mbg.b());
                yield life(gamma(random, mbg.r()) / mbg.alpha(), age, ahead, Double.MAX_VALUE, leaving, true);
            }
            case ParetoNbd pareto -> {
                var lifetime = -Math.log1p(-random.nextDouble()) / (gamma(random, pareto.s()) / pareto.beta());
                yield life(gamma(random, pareto.r()) / pareto.alpha(), age, ahead, lifetime, 0, false);
            }
        };
    }

    /// Purchases at a rate, until the lifetime ends or the customer leaves after one of them.
    Life life(double rate, double age, double ahead, double lifetime, double leaving, boolean early) {
        var x = 0;
        var later = 0;
        var last = 0.0;
        var time = 0.0;
        var until = Math.min(lifetime, age + ahead);
        var left = early && random.nextDouble() < leaving ? 0 : Double.MAX_VALUE;
        while (left == Double.MAX_VALUE) {
            time -= Math.log1p(-random.nextDouble()) / rate;
            if (time > until) {
                break;
            }
            if (time <= age) {
                x++;
                last = time;
            } else {
                later++;
            }
            left = random.nextDouble() < leaving ? time : left;
        }
        var known = new CustomerSummary(x, last, age, OptionalDouble.empty(), TimeUnit.WEEK);
        return new Life(known, Math.min(left, lifetime) > age, later);
    }

    double rate(double r, double alpha) {
        return gamma(random, r) / alpha;
    }

    double chance(double a, double b) {
        return beta(a, b);
    }

    /// Customers at fixed occasions.
    public DiscreteSummaries of(BgBb model, int customers, int occasions) {
        var all = new DiscreteSummaries();
        for (var i = 0; i < customers; i++) {
            var buying = beta(model.alpha(), model.beta());
            var leaving = beta(model.gamma(), model.delta());
            var x = 0;
            var last = 0;
            for (var occasion = 1; occasion <= occasions && random.nextDouble() >= leaving; occasion++) {
                if (random.nextDouble() < buying) {
                    x++;
                    last = occasion;
                }
            }
            all.add(new DiscreteSummary(x, last, occasions), 1);
        }
        return all;
    }

    /// Mean values of customers who came back one to twelve times.
    public MeanValues of(GammaGamma model, int customers) {
        var counts = new int[customers];
        var means = new double[customers];
        for (var i = 0; i < customers; i++) {
            counts[i] = 1 + random.nextInt(12);
            var rate = gamma(random, model.q()) / model.v();
            means[i] = gamma(random, model.p() * counts[i]) / rate / counts[i];
        }
        return MeanValues.of(counts, means);
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
