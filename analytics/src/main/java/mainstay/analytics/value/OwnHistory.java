package mainstay.analytics.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
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

/// A customer judged by its own history alone, for the few and large that no model of many small buyers
/// suits.
///
/// With n finished gaps, k of them at least as long as the present silence: purchases come at the rate λ = n
/// / (days from the first to the last); after each the customer leaves with probability q = 1/(n + b + 1),
/// for it has stayed n times, b being what a [LeavingPrior] says: 1 where nothing else is known, which is the
/// rule of succession. If it has not left, such a silence is seen with probability S = (k + ½)/(n + 1)·e^−λu,
/// u being the days by which the silence exceeds the longest gap. So it is alive with probability P = (1 −
/// q)·S / ((1 − q)·S + q), buys P·(1 − e^−qλt)/q times in a time t, and spends the mean m of its amounts.
///
/// Intervals: ln λ and ln m have the error c·√((n − 1)/(n − 3)/n) with c the coefficient of variation of gaps
/// or amounts, as wide as Student's t; q and S are Beta(1, n + b) and Beta(k + ½, n − k + ½). What is
/// expected is the part F of what would come if the customer stayed for certain; F lies between 0 and 1 and
/// has its interval by the delta method on the scale of its odds. The intervals of F, λ and m make that of
/// their product ([Interval#ofProduct]), so that no upper end lies above what would come for certain at the
/// upper rate. They are wide: one customer does not say much about leaving.
///
/// Source: the rule of succession of P.-S. Laplace, 1774, for q; the prior of H. Jeffreys, "An Invariant
/// Form for the Prior Probability in Estimation Problems", Proceedings of the Royal Society A 186, 1946, for
/// S.
public final class OwnHistory {

    /// The number of finished gaps that is asked of a customer.
    public static final int FEWEST_GAPS = 4;

    private static final double STEP = 1e-5;

    /// So many days that nothing of what comes later counts.
    private static final double EVER = 1e9;

    /// Where the history stands: ln λ, logit q, ln (k + ½)/(n + 1), ln m.
    private final double[] at;

    /// u, in days.
    private final double excess;

    /// The standard errors of what stands in `at`.
    private final double[] errors;

    /// n.
    private final int gaps;

    private final SequencedMap<String, Double> inputs;
    private final double level;

    private OwnHistory(
            double[] at, double excess, double[] errors, int gaps, SequencedMap<String, Double> inputs, double level) {
        this.at = at;
        this.excess = excess;
        this.errors = errors;
        this.gaps = gaps;
        this.inputs = inputs;
        this.level = level;
    }

    /// The history of a customer at the end of a day.
    ///
    /// @param asOf later purchases are ignored
    /// @param level confidence of the intervals, above 0 and below 1
    /// @return empty with fewer than [#FEWEST_GAPS] finished gaps, with all purchases on one day, or where
    /// they bring nothing on the average
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
        inputs.put("S", (longer + 0.5) / (n + 1) * Math.exp(-excess / mean(gaps)));
        inputs.put("m", mean(amounts));
        var alone = new OwnHistory(
                new double[] {-Math.log(mean(gaps)), 0, Math.log((longer + 0.5) / (n + 1)), Math.log(mean(amounts))},
                excess,
                new double[] {
                    relativeError(gaps),
                    0,
                    Math.sqrt(GammaFunction.trigamma(longer + 0.5) - GammaFunction.trigamma(n + 1.0)),
                    relativeError(amounts)
                },
                n,
                inputs,
                level);
        return alone.with(LeavingPrior.UNIFORM);
    }

    /// The same history, judged with what is known of leaving beside it.
    public OwnHistory with(LeavingPrior prior) {
        var stays = gaps + prior.returns();
        var point = at.clone();
        point[1] = -Math.log(stays);
        var spread = errors.clone();
        spread[1] = Math.sqrt(GammaFunction.trigamma(1) + GammaFunction.trigamma(stays));
        var known = new LinkedHashMap<>(inputs);
        known.put("b", prior.returns());
        known.put("q", 1 / (1 + stays));
        return new OwnHistory(point, excess, spread, gaps, known, level);
    }

    /// n, the number of finished gaps.
    int gaps() {
        return gaps;
    }

    /// S: how probable so long a silence is if the customer has not left.
    double silenceOfAStayer() {
        return Math.exp(at[2] - excess * Math.exp(at[0]));
    }

    /// The probability that the customer is still one.
    public Explanation probabilityAlive() {
        var error = Math.hypot(Math.hypot(errors[1], errors[2]), errors[0] * excess * Math.exp(at[0]));
        return answer(Quantity.PROBABILITY_ALIVE, alive(at), error, Scale.LOGIT, inputs);
    }

    /// The purchases expected in a horizon.
    public Explanation expectedPurchases(Horizon ahead) {
        var days = ahead.in(TimeUnit.DAY);
        return answer(
                Quantity.EXPECTED_PURCHASES, p -> kept(p, days, 0), purchasesIfStaying(ahead), with(Map.of("t", days)));
    }

    /// The purchases expected in a horizon if the customer is still one: (1 − e^−qλt)/q.
    public double purchasesIfAlive(Horizon ahead) {
        var days = ahead.in(TimeUnit.DAY);
        return Math.exp(at[0]) * weight(leaving(at), days);
    }

    /// The purchases of a horizon if the customer stays for certain: λt.
    public double purchasesIfStaying(Horizon ahead) {
        return Math.exp(at[0]) * ahead.in(TimeUnit.DAY);
    }

    /// How often the customer buys while it stays, in purchases a day.
    public Interval rate() {
        return Interval.around(Math.exp(at[0]), errors[0], Scale.LOG, level);
    }

    /// The purchases of a horizon, each worth less the later it comes: P·λ/(qλ + δ)·(1 − e^−(qλ + δ)t), δ
    /// being the continuous rate.
    public Explanation discountedPurchases(Horizon ahead, Discount discount) {
        var days = ahead.in(TimeUnit.DAY);
        var delta = discount.continuous(TimeUnit.DAY);
        return answer(
                Quantity.DISCOUNTED_PURCHASES,
                p -> kept(p, days, delta),
                Math.exp(at[0]) * weight(delta, days),
                with(Map.of("t", days, "delta", delta)));
    }

    /// All purchases still to come, each worth less the later it comes: P·λ/(qλ + δ).
    public Explanation residualPurchases(Discount discount) {
        var delta = discount.continuous(TimeUnit.DAY);
        return answer(
                Quantity.DISCOUNTED_PURCHASES,
                p -> kept(p, EVER, delta),
                Math.exp(at[0]) * weight(delta, EVER),
                with(Map.of("delta", delta)));
    }

    /// The amount expected of a purchase.
    public Explanation expectedSpend() {
        return answer(Quantity.EXPECTED_SPEND, Math.exp(at[3]), errors[3], Scale.LOG, inputs);
    }

    /// The discounted value of the purchases of some steps, those of a step counted at its end.
    ///
    /// @param margin the part of an amount that is earned, from above 0 to 1
    /// @param steps number of steps, 0 or more
    /// @throws IllegalArgumentException if the margin is outside its range
    public Explanation lifetimeValue(double margin, Horizon step, int steps, Discount discount) {
        LifetimeValue.checkMargin(margin);
        var days = step.in(TimeUnit.DAY);
        var factors = IntStream.rangeClosed(1, steps)
                .mapToDouble(i -> discount.factor(new Horizon(i * step.length(), step.unit())))
                .toArray();
        var whole = days * Arrays.stream(factors).sum();
        ToDoubleFunction<double[]> part = p -> {
            var sum = 0.0;
            for (var i = 0; i < factors.length; i++) {
                sum += Math.exp(-leaving(p) * i * days) * factors[i];
            }
            return alive(p) * weight(leaving(p), days) * sum / whole;
        };
        return valued(
                Quantity.LIFETIME_VALUE,
                part,
                margin * Math.exp(at[0]) * whole,
                with(Map.of("margin", margin, "h", days, "steps", (double) steps, "d", 1 / discount.factor(step) - 1)));
    }

    /// The discounted value of all that is still to come: margin·m·P·λ/(qλ + δ), δ being the continuous rate.
    ///
    /// @param margin the part of an amount that is earned, from above 0 to 1
    /// @throws IllegalArgumentException if the margin is outside its range
    public Explanation residualValue(double margin, Discount discount) {
        LifetimeValue.checkMargin(margin);
        var delta = discount.continuous(TimeUnit.DAY);
        return valued(
                Quantity.RESIDUAL_VALUE,
                p -> kept(p, EVER, delta),
                margin * Math.exp(at[0]) * weight(delta, EVER),
                with(Map.of("margin", margin, "delta", delta)));
    }

    private static double leaves(double[] p) {
        return 1 / (1 + Math.exp(-p[1]));
    }

    private double alive(double[] p) {
        return 1 / (1 + Math.exp(p[1] - p[2] + excess * Math.exp(p[0])));
    }

    /// The rate at which the customer leaves in time, qλ.
    private static double leaving(double[] p) {
        return leaves(p) * Math.exp(p[0]);
    }

    /// F: the part of the purchases that come although the customer may leave, each worth less the later it
    /// comes.
    private double kept(double[] p, double days, double delta) {
        return alive(p) * weight(leaving(p) + delta, days) / weight(delta, days);
    }

    /// ∫ e^−rate·t dt from 0 to `days`.
    private static double weight(double rate, double days) {
        return rate == 0 ? days : -Math.expm1(-rate * days) / rate;
    }

    private Explanation answer(
            Quantity quantity, ToDoubleFunction<double[]> part, double whole, SequencedMap<String, Double> from) {
        return answer(quantity, part, whole, List.of(), from);
    }

    private Explanation valued(
            Quantity quantity, ToDoubleFunction<double[]> part, double whole, SequencedMap<String, Double> from) {
        var spend = Math.exp(at[3]);
        return answer(quantity, part, whole * spend, List.of(Interval.around(1, errors[3], Scale.LOG, level)), from);
    }

    /// @param whole what comes if the customer stays for certain
    /// @param others the intervals of what else it is made of beside the rate, in parts of their centres
    private Explanation answer(
            Quantity quantity,
            ToDoubleFunction<double[]> part,
            double whole,
            List<Interval> others,
            SequencedMap<String, Double> from) {
        var centre = whole == 0 ? 0 : part.applyAsDouble(at);
        if (whole * centre == 0) {
            return answer(quantity, 0, 0, Scale.LOG, from);
        }
        var factors = new ArrayList<>(others);
        factors.add(Interval.around(1, errors[0], Scale.LOG, level));
        factors.add(Interval.around(centre, error(part), Scale.LOGIT, level).partsOf(centre));
        return explained(quantity, whole * centre, Interval.ofProduct(whole * centre, factors), from);
    }

    private Explanation answer(
            Quantity quantity, double value, double error, Scale scale, SequencedMap<String, Double> from) {
        return explained(quantity, value, Interval.around(value, error, scale, level), from);
    }

    private static Explanation explained(
            Quantity quantity, double value, Interval interval, SequencedMap<String, Double> from) {
        return new Explanation(
                quantity, OptionalDouble.of(value), Optional.of(interval), from, List.of(Caveat.OWN_HISTORY_ONLY));
    }

    /// The error of the logarithm of the odds of a part.
    private double error(ToDoubleFunction<double[]> part) {
        var parts = new double[at.length];
        for (var i = 0; i < parts.length; i++) {
            var up = at.clone();
            var down = at.clone();
            up[i] += STEP;
            down[i] -= STEP;
            var change = odds(part.applyAsDouble(up)) - odds(part.applyAsDouble(down));
            parts[i] = errors[i] * change / (2 * STEP);
        }
        return Math.sqrt(Matrix.dot(parts, parts));
    }

    private static double odds(double part) {
        return Math.log(part) - Math.log1p(-part);
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
