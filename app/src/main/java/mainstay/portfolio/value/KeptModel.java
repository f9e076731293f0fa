package mainstay.portfolio.value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.Scale;
import mainstay.analytics.purchase.TimeUnit;
import org.jspecify.annotations.Nullable;

/// The model of a kept run, made again, with how sure its parameters are.
///
/// @param parameters by symbol
/// @param covariance of their logarithms, in the order of the model's own parameters; null where unknown
record KeptModel(
        String code,
        TimeUnit unit,
        Map<String, Double> parameters,
        @Nullable List<List<Double>> covariance) {
    private static final double STEP = 1e-5;

    /// The covariance of the logarithms of parameters, from what the estimate says of single ones and of products of
    /// two: Var(ln p + ln q) = Var(ln p) + Var(ln q) + 2·Cov(ln p, ln q). Null where it says nothing.
    static @Nullable List<List<Double>> covariance(Estimate<? extends BuyingModel> estimate) {
        List<String> names = List.copyOf(estimate.parameters().keySet());
        if (error(estimate, model -> value(model, names.getFirst())).isEmpty()) {
            return null;
        }
        return names.stream()
                .map(one -> names.stream()
                        .map(other -> covariance(estimate, one, other))
                        .toList())
                .toList();
    }

    private static double covariance(Estimate<? extends BuyingModel> estimate, String one, String other) {
        double both = variance(estimate, model -> value(model, one) * value(model, other));
        return (both
                        - variance(estimate, model -> value(model, one))
                        - variance(estimate, model -> value(model, other)))
                / 2;
    }

    private static double variance(Estimate<? extends BuyingModel> estimate, ToDoubleFunction<BuyingModel> quantity) {
        double error = error(estimate, quantity).orElseThrow();
        return error * error;
    }

    private static <M extends BuyingModel> OptionalDouble error(
            Estimate<M> estimate, ToDoubleFunction<BuyingModel> quantity) {
        return estimate.standardError(quantity::applyAsDouble, Scale.LOG);
    }

    private static double value(BuyingModel model, String name) {
        Double found = model.parameters().get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter " + name);
        }
        return found;
    }

    BuyingModel model() {
        return ModelOfRun.of(code, parameters, unit);
    }

    /// How unsure a quantity above 0 is, on the logarithmic scale, by the delta method; null where unknown.
    @Nullable
    Double error(ToDoubleFunction<BuyingModel> quantity) {
        if (covariance == null) {
            return null;
        }
        List<String> names = List.copyOf(model().parameters().keySet());
        double[] gradient = new double[names.size()];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = (log(quantity, names.get(i), STEP) - log(quantity, names.get(i), -STEP)) / (2 * STEP);
        }
        double variance = 0;
        for (int i = 0; i < gradient.length; i++) {
            for (int j = 0; j < gradient.length; j++) {
                variance += gradient[i] * covariance.get(i).get(j) * gradient[j];
            }
        }
        return Double.isFinite(variance) ? (Double) Math.sqrt(Math.max(0, variance)) : null;
    }

    private double log(ToDoubleFunction<BuyingModel> quantity, String name, double step) {
        Map<String, Double> moved = new LinkedHashMap<>(parameters);
        moved.computeIfPresent(name, (one, value) -> value * Math.exp(step));
        return Math.log(quantity.applyAsDouble(ModelOfRun.of(code, moved, unit)));
    }
}
