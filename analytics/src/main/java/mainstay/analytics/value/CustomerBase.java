package mainstay.analytics.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.Interval;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.btyd.Scale;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.value.Explanation.Caveat;
import mainstay.analytics.value.Explanation.Quantity;

/// A fitted customer base that answers questions about single customers, each answer with its interval and
/// what it rests on.
///
/// Intervals are by the delta method: of the buying model and of the spending model, whose errors are taken
/// as independent, so that on the logarithmic scale their variances add. They cover the parameters, not the
/// customer's own luck.
///
/// @param <M> the model of buying
public final class CustomerBase<M extends BuyingModel> {

    private static final int SMALL = 100;

    private final Estimate<M> buying;
    private final Optional<Estimate<GammaGamma>> spending;
    private final double level;

    private CustomerBase(Estimate<M> buying, Optional<Estimate<GammaGamma>> spending, double level) {
        this.buying = buying;
        this.spending = spending;
        this.level = Interval.checkLevel(level);
    }

    /// A base of which only the buying is known.
    ///
    /// @param level confidence of the intervals, above 0 and below 1
    /// @throws IllegalArgumentException if the level is outside its range
    public static <M extends BuyingModel> CustomerBase<M> of(Estimate<M> buying, double level) {
        return new CustomerBase<>(buying, Optional.empty(), level);
    }

    /// A base of which buying and spending are known.
    ///
    /// @param level confidence of the intervals, above 0 and below 1
    /// @throws IllegalArgumentException if the level is outside its range
    public static <M extends BuyingModel> CustomerBase<M> of(
            Estimate<M> buying, Estimate<GammaGamma> spending, double level) {
        return new CustomerBase<>(buying, Optional.of(spending), level);
    }

    /// The probability that a customer is still one.
    public Explanation probabilityAlive(CustomerSummary customer) {
        ToDoubleFunction<M> quantity = model -> model.probabilityAlive(customer);
        return new Explanation(
                Quantity.PROBABILITY_ALIVE,
                OptionalDouble.of(quantity.applyAsDouble(buying.model())),
                buying.interval(quantity, Scale.LOGIT, level),
                inputs(customer),
                caveats(customer));
    }

    /// The purchases expected of a customer in a horizon.
    public Explanation expectedPurchases(CustomerSummary customer, Horizon ahead) {
        ToDoubleFunction<M> quantity = model -> model.expectedPurchases(customer, ahead);
        var inputs = inputs(customer);
        inputs.put("t", ahead.in(buying.model().unit()));
        return new Explanation(
                Quantity.EXPECTED_PURCHASES,
                OptionalDouble.of(quantity.applyAsDouble(buying.model())),
                buying.interval(quantity, Scale.LOG, level),
                inputs,
                caveats(customer));
    }

    /// The amount expected of a customer's purchase; without a value where spending is unknown.
    public Explanation expectedSpend(CustomerSummary customer) {
        var inputs = new LinkedHashMap<String, Double>();
        inputs.put("x", (double) customer.repeatPurchases());
        customer.meanValue().ifPresent(mean -> inputs.put("m", mean));
        spending.ifPresent(found -> inputs.putAll(found.parameters()));
        var caveats = customer.meanValue().isPresent() ? List.<Caveat>of() : List.of(Caveat.SPENDING_OF_OTHERS);
        return new Explanation(
                Quantity.EXPECTED_SPEND,
                spend(customer),
                spending.flatMap(found ->
                        found.interval(model -> model.expectedSpend(customer).orElse(Double.NaN), Scale.LOG, level)),
                inputs,
                caveats);
    }

    /// The lifetime value of a customer, see [LifetimeValue#of(CustomerSummary, Horizon, int, Discount)].
    public Explanation lifetimeValue(
            CustomerSummary customer, double margin, Horizon step, int steps, Discount discount) {
        var unit = buying.model().unit();
        return valued(
                Quantity.LIFETIME_VALUE,
                customer,
                value -> value.of(customer, step, steps, discount),
                margin,
                Map.of("h", step.in(unit), "steps", (double) steps, "d", 1 / discount.factor(step) - 1));
    }

    /// The residual value of a customer, see [LifetimeValue#residual(CustomerSummary, Discount)].
    public Explanation residualValue(CustomerSummary customer, double margin, Discount discount) {
        return valued(
                Quantity.RESIDUAL_VALUE,
                customer,
                value -> value.residual(customer, discount),
                margin,
                Map.of("delta", discount.continuous(buying.model().unit())));
    }

    private Explanation valued(
            Quantity quantity,
            CustomerSummary customer,
            Function<LifetimeValue, OptionalDouble> question,
            double margin,
            Map<String, Double> asked) {
        LifetimeValue.checkMargin(margin);
        var inputs = inputs(customer);
        spending.ifPresent(found -> inputs.putAll(found.parameters()));
        inputs.put("margin", margin);
        inputs.putAll(new TreeMap<>(asked));
        var value = spending.map(found -> question.apply(new LifetimeValue(buying.model(), found.model(), margin)))
                .orElse(OptionalDouble.empty());
        var interval = value.isEmpty()
                ? Optional.<Interval>empty()
                : spending.flatMap(found -> interval(found, question, margin, value.getAsDouble()));
        return new Explanation(quantity, value, interval, inputs, caveats(customer));
    }

    private Optional<Interval> interval(
            Estimate<GammaGamma> spent, Function<LifetimeValue, OptionalDouble> question, double margin, double value) {
        var byBuying = buying.standardError(
                model -> question.apply(new LifetimeValue(model, spent.model(), margin))
                        .orElse(Double.NaN),
                Scale.LOG);
        var bySpending = spent.standardError(
                model -> question.apply(new LifetimeValue(buying.model(), model, margin))
                        .orElse(Double.NaN),
                Scale.LOG);
        return byBuying.isEmpty() || bySpending.isEmpty()
                ? Optional.empty()
                : Optional.of(Interval.around(
                        value, Math.hypot(byBuying.getAsDouble(), bySpending.getAsDouble()), Scale.LOG, level));
    }

    private OptionalDouble spend(CustomerSummary customer) {
        return spending.map(found -> found.model().expectedSpend(customer)).orElse(OptionalDouble.empty());
    }

    private SequencedMap<String, Double> inputs(CustomerSummary customer) {
        var own = customer.in(buying.model().unit());
        var inputs = new LinkedHashMap<String, Double>();
        inputs.put("x", (double) own.repeatPurchases());
        inputs.put("t_x", own.ageAtLastPurchase());
        inputs.put("T", own.age());
        own.meanValue().ifPresent(mean -> inputs.put("m", mean));
        inputs.putAll(buying.parameters());
        return inputs;
    }

    private List<Caveat> caveats(CustomerSummary customer) {
        var caveats = new ArrayList<Caveat>();
        if (buying.model() instanceof Nbd) {
            caveats.add(Caveat.NO_DROP_OUT);
        }
        if (buying.model() instanceof BgNbd && !customer.isRepeatCustomer()) {
            caveats.add(Caveat.ALIVE_BY_CONSTRUCTION);
        }
        if (buying.customers() < SMALL) {
            caveats.add(Caveat.SMALL_BASE);
        }
        if (buying.standardErrors().isEmpty()) {
            caveats.add(Caveat.NO_INTERVAL);
        }
        return caveats;
    }
}
