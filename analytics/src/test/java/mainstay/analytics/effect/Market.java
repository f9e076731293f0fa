package mainstay.analytics.effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Customers as they are: of very different size, with trends that last, months that hang together, seasons and
/// a market that move all, some steady, some restless, some that do not buy each month.
final class Market {

    static final int BEFORE = 12;
    static final int WINDOW = 6;
    static final double LARGEST = 1e6;
    private static final double KEPT = 0.3;

    private final Random chance;
    private final double[] common = new double[BEFORE + WINDOW];
    private final double most;

    Market(long seed) {
        this(seed, 0.8);
    }

    /// @param most unrest of the most restless customer, as a deviation of the logarithm
    Market(long seed, double most) {
        this.chance = new Random(seed);
        this.most = most;
        var phase = chance.nextDouble() * 12;
        for (var i = 0; i < common.length; i++) {
            common[i] = 1 + 0.25 * Math.sin((i + phase) * Math.PI / 6) + (i < BEFORE ? 0 : -0.15);
        }
    }

    double[] customer() {
        return customer(0.1 + (most - 0.1) * chance.nextDouble());
    }

    double[] customer(double unrest) {
        var size = Math.exp(6 + 1.5 * chance.nextGaussian());
        var trend = 0.015 * chance.nextGaussian();
        var idle = chance.nextDouble() < 0.3 ? 0.3 * chance.nextDouble() : 0;
        var figures = new double[BEFORE + WINDOW];
        var mood = chance.nextGaussian();
        for (var i = 0; i < figures.length; i++) {
            mood = KEPT * mood + Math.sqrt(1 - KEPT * KEPT) * chance.nextGaussian();
            var buys = chance.nextDouble() >= idle;
            figures[i] = buys ? size * common[i] * Math.exp(trend * i + unrest * mood - unrest * unrest / 2) : 0;
        }
        return figures;
    }

    List<double[]> customers(int count) {
        var customers = new ArrayList<double[]>();
        for (var i = 0; i < count; i++) {
            customers.add(customer());
        }
        return customers;
    }

    List<Months> months(int count) {
        return customers(count).stream().map(each -> Months.of(each, BEFORE)).toList();
    }

    /// The customer as it would be if its measure added to each month of the window.
    static double[] treated(double[] figures, double added) {
        var changed = figures.clone();
        for (var i = BEFORE; i < changed.length; i++) {
            changed[i] += added;
        }
        return changed;
    }

    static Estimate estimate(Effect effect) {
        return switch (effect) {
            case Effect.Up up -> up.estimate();
            case Effect.Down down -> down.estimate();
            case Effect.NotVisible none -> none.estimate();
            case Effect.NotEnoughData lack -> throw new AssertionError(lack.toString());
        };
    }
}
