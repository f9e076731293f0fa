package mainstay.analytics.btyd;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import mainstay.analytics.numeric.Matrix;

/// Parameters of maximum likelihood, how well they fit, and how sure they are.
///
/// Errors of what a model computes are by the delta method. Source: G. W. Oehlert, "A Note on the Delta
/// Method", The American Statistician 46, 1992.
///
/// @param <M> the model
public final class Estimate<M> {

    private static final double STEP = 1e-5;

    private final M model;
    private final String[] names;
    private final double[] values;
    private final Function<double[], M> family;
    private final Optional<double[][]> logCovariance;
    private final double logLikelihood;
    private final OptionalDouble baseline;
    private final double customers;
    private final int evaluations;

    Estimate(
            Function<double[], M> family,
            String[] names,
            double[] values,
            Optional<double[][]> logCovariance,
            double logLikelihood,
            OptionalDouble baseline,
            double customers,
            int evaluations) {
        this.family = family;
        this.names = names.clone();
        this.values = values.clone();
        this.model = family.apply(values);
        this.logCovariance = logCovariance;
        this.logLikelihood = logLikelihood;
        this.baseline = baseline;
        this.customers = customers;
        this.evaluations = evaluations;
    }

    /// The model with the parameters found.
    public M model() {
        return model;
    }

    /// The parameters under the names of the papers, in their order.
    public SequencedMap<String, Double> parameters() {
        return Parameters.of(names, values);
    }

    /// The standard errors of the parameters by the delta method from the second derivatives of the
    /// log-likelihood by the logarithms of the parameters; empty at a boundary.
    public SequencedMap<String, Double> standardErrors() {
        if (logCovariance.isEmpty()) {
            return Parameters.of(new String[0]);
        }
        var errors = new double[values.length];
        for (var i = 0; i < errors.length; i++) {
            errors[i] = values[i] * Math.sqrt(logCovariance.get()[i][i]);
        }
        return Parameters.of(names, errors);
    }

    /// The logarithm of the likelihood at the parameters, summed over all customers, times in the model's unit.
    public double logLikelihood() {
        return logLikelihood;
    }

    /// The number of customers n.
    public double customers() {
        return customers;
    }

    /// Akaike's criterion 2k − 2·LL for k parameters; lower is better. Source: H. Akaike, "A New Look at the
    /// Statistical Model Identification", IEEE Transactions on Automatic Control 19, 1974.
    public double aic() {
        return 2 * values.length - 2 * logLikelihood;
    }

    /// Schwarz's criterion k·ln n − 2·LL for k parameters and n customers; lower is better. Source: G. Schwarz,
    /// "Estimating the Dimension of a Model", Annals of Statistics 6, 1978.
    public double bic() {
        return values.length * Math.log(customers) - 2 * logLikelihood;
    }

    /// The test against the model without drop-out; empty where the model has none.
    public Optional<LikelihoodRatio> againstNbd() {
        return baseline.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        LikelihoodRatio.of(baseline.getAsDouble(), logLikelihood, values.length - Families.NBD_SIZE));
    }

    /// How often the likelihood was computed.
    public int evaluations() {
        return evaluations;
    }

    /// The standard error of a quantity that the model computes, on the given scale, by the delta method: its
    /// gradient by the logarithms of the parameters, taken numerically, and the covariance of these.
    ///
    /// @param quantity what is asked of the model
    /// @param scale the scale on which the quantity is taken as normal
    /// @return empty at a boundary, and where the quantity or its gradient is not a number; 0 where the quantity
    /// stands at the end of its scale, certain whatever the parameters
    public OptionalDouble standardError(ToDoubleFunction<M> quantity, Scale scale) {
        var at = scale.forward(quantity.applyAsDouble(model));
        if (logCovariance.isEmpty() || Double.isNaN(at)) {
            return OptionalDouble.empty();
        }
        if (Double.isInfinite(at)) {
            return OptionalDouble.of(0);
        }
        var variance = Matrix.quadratic(logCovariance.get(), gradient(quantity, scale));
        return Double.isFinite(variance) ? OptionalDouble.of(Math.sqrt(Math.max(0, variance))) : OptionalDouble.empty();
    }

    /// The interval of a quantity that the model computes, see [#standardError(ToDoubleFunction, Scale)].
    ///
    /// @param level confidence, above 0 and below 1
    /// @return empty where the standard error is; of no width where the quantity does not depend on the
    /// parameters
    /// @throws IllegalArgumentException if the level is outside its range
    public Optional<Interval> interval(ToDoubleFunction<M> quantity, Scale scale, double level) {
        var error = standardError(quantity, scale);
        return error.isEmpty()
                ? Optional.empty()
                : Optional.of(Interval.around(quantity.applyAsDouble(model), error.getAsDouble(), scale, level));
    }

    private double[] gradient(ToDoubleFunction<M> quantity, Scale scale) {
        var gradient = new double[values.length];
        for (var i = 0; i < gradient.length; i++) {
            var moved = values.clone();
            var parameter = i;
            DoubleUnaryOperator along = step -> {
                moved[parameter] = values[parameter] * Math.exp(step);
                return scale.forward(quantity.applyAsDouble(family.apply(moved)));
            };
            gradient[i] = (along.applyAsDouble(STEP) - along.applyAsDouble(-STEP)) / (2 * STEP);
        }
        return gradient;
    }

    @Override
    public String toString() {
        return parameters() + ", log-likelihood " + logLikelihood;
    }
}
