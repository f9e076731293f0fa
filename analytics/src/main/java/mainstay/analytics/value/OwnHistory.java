package mainstay.analytics.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.Interval;
import mainstay.analytics.btyd.Scale;
import mainstay.analytics.numeric.GammaFunction;
import mainstay.analytics.numeric.Matrix;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.value.Explanation.Caveat;
import mainstay.analytics.value.Explanation.Quantity;

/// A customer judged by its own history alone, for the few and large that no model of many small buyers suits.
///
/// With n finished gaps, k of them at least as long as the present silence: purchases come at the rate λ = n / (days
/// from the first to the last); after each the customer leaves with probability q = 1/(n + 2), the rule of
/// succession, for it has stayed n times; if it has not left, such a silence is seen with probability
/// S = (k + ½)/(n + 1)·e^−λu, u being the days by which the silence exceeds the longest gap. So it is alive with
/// probability P = (1 − q)·S / ((1 − q)·S + q), buys P·(1 − e^−qλt)/q times in a time t, and spends the mean m of
/// its amounts.
///
/// Intervals are by the delta method over λ, q, S and m, taken as independent: ln λ and ln m have the error
/// c·√((n − 1)/(n − 3)/n) with c the coefficient of variation of gaps or amounts, as wide as Student's t; q and S
/// are Beta(1, n + 1) and Beta(k + ½, n − k + ½). They are wide: one customer does not say much about leaving.
public final class OwnHistory {

    /// The number of finished gaps that is asked of a customer.
    public static final int FEWEST_GAPS = 4;

    private static final double STEP = 1e-5;

    /// Where the history stands: ln λ, logit q, ln (k + ½)/(n + 1), ln m.
    private final double[] at;

    /// u, in days.
    private final double excess;

    /// The standard errors of what stands in `at`.
    private final double[] errors;
    private final SequencedMap<String, Double> inputs;
    private final double level;

    private OwnHistory(double[] at, double excess, double[] errors, SequencedMap<String, Double> inputs, double level) {
        this.at = at;
        this.excess = excess;
        this.errors = errors;
        this.inputs = inputs;
        this.level = level;
    }

    /// The history of a customer at the end of a day.
    ///
    /// @param asOf later purchases are ignored
    /// @param level confidence of the intervals, above 0 and below 1
    /// @return empty with fewer than [#FEWEST_GAPS] finished gaps, with all purchases on one day, or where they
    /// bring nothing on the average
    /// @throws IllegalArgumentException if the level is outside its range
    public static Optional<OwnHistory> of(PurchaseHistory history, LocalDate asOf, double level) {
        Interval.checkLevel(level);
        return history.until(asOf)
                .filter(known ->
                        known.days().size() > FEWEST_GAPS && known.last().isAfter(known.first()) && known.amount() > 0)
                .map(known -> of(known, (int) ChronoUnit.DAYS.between(known.last(), asOf), level));
    }

    private static OwnHistory of(PurchaseHistory known, int silence, double level) {
        var gaps = Arrays.stream(known.gaps()).asDoubleStream().toArray();
        var amounts = known.days().stream().mapToDouble(Purchase::amount).toArray();
        var n = gaps.length;
        var longer = (int) Arrays.stream(gaps).filter(gap -> gap >= silence).count();
        var excess = Math.max(0, silence - Arrays.stream(gaps).max().orElse(0));
        var inputs = new LinkedHashMap<String, Double>();
        inputs.put("n", (double) n);
        inputs.put("k", (double) longer);
        inputs.put("silence", (double) silence);
        inputs.put("lambda", 1 / mean(gaps));
        inputs.put("q", 1.0 / (n + 2));
        inputs.put("S", (longer + 0.5) / (n + 1) * Math.exp(-excess / mean(gaps)));
        inputs.put("m", mean(amounts));
        return new OwnHistory(
                new double[] {
                    -Math.log(mean(gaps)),
                    -Math.log(n + 1.0),
                    Math.log((longer + 0.5) / (n + 1)),
                    Math.log(mean(amounts))
                },
                excess,
                new double[] {
                    relativeError(gaps),
                    Math.sqrt(GammaFunction.trigamma(1) + GammaFunction.trigamma(n + 1.0)),
                    Math.sqrt(GammaFunction.trigamma(longer + 0.5) - GammaFunction.trigamma(n + 1.0)),
                    relativeError(amounts)
                },
                inputs,
                level);
    }

    /// The probability that the customer is still one.
    public Explanation probabilityAlive() {
        var error = Math.hypot(Math.hypot(errors[1], errors[2]), errors[0] * excess * Math.exp(at[0]));
        return answer(Quantity.PROBABILITY_ALIVE, alive(at), error, Scale.LOGIT, inputs);
    }

    /// The purchases expected in a horizon.
    public Explanation expectedPurchases(Horizon ahead) {
        var days = ahead.in(TimeUnit.DAY);
        return answer(Quantity.EXPECTED_PURCHASES, p -> purchases(p, days), with(Map.of("t", days)));
    }

    /// The purchases expected in a horizon if the customer is still one: (1 − e^−qλt)/q.
    public double purchasesIfAlive(Horizon ahead) {
        return purchases(at, ahead.in(TimeUnit.DAY)) / alive(at);
    }

    /// The purchases of a horizon, each worth less the later it comes: P·λ/(qλ + δ)·(1 − e^−(qλ + δ)t), δ being the
    /// continuous rate.
    public Explanation discountedPurchases(Horizon ahead, Discount discount) {
        var days = ahead.in(TimeUnit.DAY);
        var delta = discount.continuous(TimeUnit.DAY);
        ToDoubleFunction<double[]> sum = p -> {
            var leaving = leaves(p) * Math.exp(p[0]) + delta;
            return alive(p) * Math.exp(p[0]) / leaving * -Math.expm1(-leaving * days);
        };
        return answer(Quantity.DISCOUNTED_PURCHASES, sum, with(Map.of("t", days, "delta", delta)));
    }

    /// All purchases still to come, each worth less the later it comes: P·λ/(qλ + δ).
    public Explanation residualPurchases(Discount discount) {
        var delta = discount.continuous(TimeUnit.DAY);
        return answer(Quantity.DISCOUNTED_PURCHASES, p -> residual(p, delta), with(Map.of("delta", delta)));
    }

    private double residual(double[] p, double delta) {
        return alive(p) * Math.exp(p[0]) / (leaves(p) * Math.exp(p[0]) + delta);
    }

    /// The amount expected of a purchase.
    public Explanation expectedSpend() {
        return answer(Quantity.EXPECTED_SPEND, p -> Math.exp(p[3]), inputs);
    }

    /// The discounted value of the purchases of some steps, those of a step counted at its end.
    ///
    /// @param margin the part of an amount that is earned, from above 0 to 1
    /// @param steps number of steps, 0 or more
    /// @throws IllegalArgumentException if the margin is outside its range
    public Explanation lifetimeValue(double margin, Horizon step, int steps, Discount discount) {
        LifetimeValue.checkMargin(margin);
        ToDoubleFunction<double[]> value = p -> {
            var sum = 0.0;
            for (var i = 1; i <= steps; i++) {
                var end = new Horizon(i * step.length(), step.unit());
                var before = (i - 1) * step.in(TimeUnit.DAY);
                sum += (purchases(p, end.in(TimeUnit.DAY)) - purchases(p, before)) * discount.factor(end);
            }
            return margin * Math.exp(p[3]) * sum;
        };
        return answer(
                Quantity.LIFETIME_VALUE,
                value,
                with(Map.of(
                        "margin",
                        margin,
                        "h",
                        step.in(TimeUnit.DAY),
                        "steps",
                        (double) steps,
                        "d",
                        1 / discount.factor(step) - 1)));
    }

    /// The discounted value of all that is still to come: margin·m·P·λ/(qλ + δ), δ being the continuous rate.
    ///
    /// @param margin the part of an amount that is earned, from above 0 to 1
    /// @throws IllegalArgumentException if the margin is outside its range
    public Explanation residualValue(double margin, Discount discount) {
        LifetimeValue.checkMargin(margin);
        var delta = discount.continuous(TimeUnit.DAY);
        return answer(
                Quantity.RESIDUAL_VALUE,
                p -> margin * Math.exp(p[3]) * residual(p, delta),
                with(Map.of("margin", margin, "delta", delta)));
    }

    private static double leaves(double[] p) {
        return 1 / (1 + Math.exp(-p[1]));
    }

    private double alive(double[] p) {
        return 1 / (1 + Math.exp(p[1] - p[2] + excess * Math.exp(p[0])));
    }

    private double purchases(double[] p, double days) {
        var q = leaves(p);
        return alive(p) * -Math.expm1(-q * Math.exp(p[0]) * days) / q;
    }

    private Explanation answer(
            Quantity quantity, ToDoubleFunction<double[]> question, SequencedMap<String, Double> from) {
        var value = question.applyAsDouble(at);
        return answer(quantity, value, value > 0 ? error(question) : 0, Scale.LOG, from);
    }

    private Explanation answer(
            Quantity quantity, double value, double error, Scale scale, SequencedMap<String, Double> from) {
        return new Explanation(
                quantity,
                OptionalDouble.of(value),
                Optional.of(Interval.around(value, error, scale, level)),
                from,
                List.of(Caveat.OWN_HISTORY_ONLY));
    }

    /// The error of the logarithm of what is asked.
    private double error(ToDoubleFunction<double[]> question) {
        var parts = new double[at.length];
        for (var i = 0; i < parts.length; i++) {
            var up = at.clone();
            var down = at.clone();
            up[i] += STEP;
            down[i] -= STEP;
            var change = Math.log(question.applyAsDouble(up) / question.applyAsDouble(down));
            parts[i] = errors[i] * change / (2 * STEP);
        }
        return Math.sqrt(Matrix.dot(parts, parts));
    }

    private SequencedMap<String, Double> with(Map<String, Double> asked) {
        var more = new LinkedHashMap<>(inputs);
        more.putAll(new TreeMap<>(asked));
        return more;
    }

    private static double mean(double[] sample) {
        return Arrays.stream(sample).average().orElse(0);
    }

    private static double relativeError(double[] sample) {
        var n = sample.length;
        var mean = mean(sample);
        var squares = Arrays.stream(sample)
                .map(value -> (value - mean) * (value - mean))
                .sum();
        return Math.sqrt(squares / (n - 3) / n) / mean;
    }
}
