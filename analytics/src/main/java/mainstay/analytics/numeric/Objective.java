package mainstay.analytics.numeric;

/// A function to be made small, with its gradient.
@FunctionalInterface
public interface Objective {

    /// The value at a point.
    ///
    /// @param at the point, not to be changed
    /// @param gradient is filled with the derivatives by each coordinate
    /// @return NaN or infinity where the function is not defined
    double at(double[] at, double[] gradient);
}
