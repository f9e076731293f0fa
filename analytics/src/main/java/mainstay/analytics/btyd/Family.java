package mainstay.analytics.btyd;

import java.util.List;
import java.util.function.Function;
import mainstay.analytics.numeric.Objective;

/// What a search needs to know about a model: parameters in scaled time, starts, and what it means when one
/// runs away.
///
/// @param <M> the model
/// @param <D> the data
interface Family<M, D> {

    String[] names();

    /// Whether a parameter is a time (or an amount) and so scales with its unit.
    boolean isScaled(int parameter);

    /// Minus the mean log-likelihood of a customer by the logarithms of the parameters, in scaled units.
    Objective objective(D data, double scale);

    /// Starts for the search: parameters in scaled units.
    List<double[]> starts(D data, double scale);

    /// The model with parameters in the unit of the data.
    Function<double[], M> model(D data);

    /// The largest standard error of the logarithm of a parameter with which an inner maximum is still told from a
    /// ridge that the search stopped on. Without a bound where a simpler model competes by the criterion.
    default double mostError() {
        return Double.POSITIVE_INFINITY;
    }

    /// What it means that a parameter runs away.
    ///
    /// @param at where the search stopped: the logarithms of all parameters, the others telling what the one
    /// that ran away has made of the model
    Boundary boundary(int parameter, double[] at);
}
