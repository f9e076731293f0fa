package mainstay.analytics.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import mainstay.analytics.btyd.BgBb;
import mainstay.analytics.btyd.DiscreteSummary;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Interval;
import mainstay.analytics.btyd.Scale;
import mainstay.analytics.value.Explanation.Caveat;
import mainstay.analytics.value.Explanation.Quantity;

/// What [CustomerBase] is for purchases at any moment, for purchases at fixed occasions: answers about single
/// customers by [BgBb], each with its interval and what it rests on.
///
/// Intervals are by the delta method, the errors of buying and of spending taken as independent. Discount rates are
/// per occasion.
public final class OccasionBase {

    private static final int SMALL = 100;

    private final Estimate<BgBb> buying;
    private final Optional<Estimate<GammaGamma>> spending;
    private final double level;

    private OccasionBase(Estimate<BgBb> buying, Optional<Estimate<GammaGamma>> spending, double level) {
        this.buying = buying;
        this.spending = spending;
        this.level = Interval.checkLevel(level);
    }

    /// A base of which only the buying is known.
    ///
    /// @param level confidence of the intervals, above 0 and below 1
    /// @throws IllegalArgumentException if the level is outside its range
    public static OccasionBase of(Estimate<BgBb> buying, double level) {
        return new OccasionBase(buying, Optional.empty(), level);
    }

    /// A base of which buying and spending are known.
    ///
    /// @param level confidence of the intervals, above 0 and below 1
    /// @throws IllegalArgumentException if the level is outside its range
    public static OccasionBase of(Estimate<BgBb> buying, Estimate<GammaGamma> spending, double level) {
        return new OccasionBase(buying, Optional.of(spending), level);
    }

    /// The probability that a customer is still one at the next occasion.
    public Explanation probabilityAlive(DiscreteSummary customer) {
        return bought(
                Quantity.PROBABILITY_ALIVE, model -> model.probabilityAlive(customer), Scale.LOGIT, inputs(customer));
    }

    /// The purchases expected of a customer at the next occasions.
    ///
    /// @param ahead number of occasions, 0 or more
    public Explanation expectedPurchases(DiscreteSummary customer, int ahead) {
        var inputs = inputs(customer);
        inputs.put("ahead", (double) ahead);
        return bought(
                Quantity.EXPECTED_PURCHASES, model -> model.expectedPurchases(customer, ahead), Scale.LOG, inputs);
    }

    private Explanation bought(
            Quantity quantity, ToDoubleFunction<BgBb> question, Scale scale, SequencedMap<String, Double> inputs) {
        return new Explanation(
                quantity,
                OptionalDouble.of(question.applyAsDouble(buying.model())),
                buying.interval(question, scale, level),
                inputs,
                caveats());
    }

    /// The amount expected of a customer's purchase; without a value where spending is unknown.
    ///
    /// @param mean mean amount of the customer's purchases, above 0; empty where unknown
    public Explanation expectedSpend(DiscreteSummary customer, OptionalDouble mean) {
        var inputs = new LinkedHashMap<String, Double>();
        inputs.put("x", (double) customer.purchases());
        mean.ifPresent(known -> inputs.put("m", known));
        spending.ifPresent(found -> inputs.putAll(found.parameters()));
        var value = spending.map(found -> spend(found.model(), customer, mean)).orElse(OptionalDouble.empty());
        return new Explanation(
                Quantity.EXPECTED_SPEND,
                value,
                spending.flatMap(found ->
                        found.interval(model -> spend(model, customer, mean).orElse(Double.NaN), Scale.LOG, level)),
                inputs,
                mean.isPresent() ? List.of() : List.of(Caveat.SPENDING_OF_OTHERS));
    }

    /// The lifetime value over the next occasions: margin·E(spend)·[BgBb#discountedPurchases].
    ///
    /// @param ahead number of occasions, 0 or more
    /// @param rate what money loses from one occasion to the next, 0 or more
    public Explanation lifetimeValue(
            DiscreteSummary customer, OptionalDouble mean, double margin, int ahead, double rate) {
        return valued(
                Quantity.LIFETIME_VALUE,
                customer,
                mean,
                margin,
                Map.of("ahead", (double) ahead, "rate", rate),
                model -> model.discountedPurchases(customer, ahead, rate));
    }

    /// The value of all that is still to come: margin·E(spend)·[BgBb#residualPurchases].
    ///
    /// @param rate what money loses from one occasion to the next, above 0
    public Explanation residualValue(DiscreteSummary customer, OptionalDouble mean, double margin, double rate) {
        return valued(
                Quantity.RESIDUAL_VALUE,
                customer,
                mean,
                margin,
                Map.of("rate", rate),
                model -> model.residualPurchases(customer, rate));
    }

    private Explanation valued(
            Quantity quantity,
            DiscreteSummary customer,
            OptionalDouble mean,
            double margin,
            Map<String, Double> asked,
            ToDoubleFunction<BgBb> purchases) {
        LifetimeValue.checkMargin(margin);
        var inputs = inputs(customer);
        mean.ifPresent(known -> inputs.put("m", known));
        spending.ifPresent(found -> inputs.putAll(found.parameters()));
        inputs.put("margin", margin);
        inputs.putAll(new TreeMap<>(asked));
        var spend = spending.map(found -> spend(found.model(), customer, mean)).orElse(OptionalDouble.empty());
        var value = spend.isEmpty()
                ? spend
                : OptionalDouble.of(margin * spend.getAsDouble() * purchases.applyAsDouble(buying.model()));
        var interval = value.isEmpty()
                ? Optional.<Interval>empty()
                : spending.flatMap(found -> around(
                        value.getAsDouble(),
                        buying.standardError(purchases, Scale.LOG),
                        found.standardError(
                                model -> spend(model, customer, mean).orElse(Double.NaN), Scale.LOG)));
        return new Explanation(quantity, value, interval, inputs, caveats());
    }

    private Optional<Interval> around(double value, OptionalDouble byBuying, OptionalDouble bySpending) {
        return byBuying.isEmpty() || bySpending.isEmpty()
                ? Optional.empty()
                : Optional.of(Interval.around(
                        value, Math.hypot(byBuying.getAsDouble(), bySpending.getAsDouble()), Scale.LOG, level));
    }

    private static OptionalDouble spend(GammaGamma model, DiscreteSummary customer, OptionalDouble mean) {
        return mean.orElse(0) > 0
                ? model.expectedSpend(customer.purchases(), mean.getAsDouble())
                : model.populationMean();
    }

    private SequencedMap<String, Double> inputs(DiscreteSummary customer) {
        var inputs = new LinkedHashMap<String, Double>();
        inputs.put("x", (double) customer.purchases());
        inputs.put("t_x", (double) customer.lastPurchase());
        inputs.put("n", (double) customer.occasions());
        inputs.putAll(buying.parameters());
        return inputs;
    }

    private List<Caveat> caveats() {
        var caveats = new ArrayList<Caveat>();
        if (buying.customers() < SMALL) {
            caveats.add(Caveat.SMALL_BASE);
        }
        if (buying.standardErrors().isEmpty()) {
            caveats.add(Caveat.NO_INTERVAL);
        }
        return caveats;
    }
}
