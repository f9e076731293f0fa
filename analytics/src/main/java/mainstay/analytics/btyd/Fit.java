package mainstay.analytics.btyd;

import java.util.Optional;

/// What came of a search for the parameters of maximum likelihood.
///
/// @param <M> the model
public sealed interface Fit<M> {

    /// An inner maximum was found; standard errors and intervals hold.
    ///
    /// @param found the parameters and how well they fit
    record Converged<M>(Estimate<M> found) implements Fit<M> {}

    /// The likelihood has no inner maximum: it rises, or stays flat, as a parameter runs away.
    ///
    /// The estimate is where the search stopped. Its likelihood can be compared; its parameters mean nothing,
    /// and there are no standard errors.
    ///
    /// @param found where the search stopped
    /// @param boundary which parameter ran away and what that means
    record AtBoundary<M>(Estimate<M> found, Boundary boundary) implements Fit<M> {}

    /// There was nothing to search.
    ///
    /// @param shortage what is missing
    /// @param customers number of customers there are
    /// @param repeatCustomers how many of them have bought again
    record NotEnoughData<M>(Shortage shortage, double customers, double repeatCustomers) implements Fit<M> {}

    /// What was found, at an inner maximum or not; empty without enough data.
    default Optional<Estimate<M>> estimate() {
        return switch (this) {
            case Converged<M> converged -> Optional.of(converged.found());
            case AtBoundary<M> boundary -> Optional.of(boundary.found());
            case NotEnoughData<M> missing -> Optional.empty();
        };
    }

    /// The estimate of an inner maximum.
    ///
    /// @throws IllegalStateException if there is none, with the reason
    default Estimate<M> orElseThrow() {
        return switch (this) {
            case Converged<M> converged -> converged.found();
            case AtBoundary<M> boundary ->
                throw new IllegalStateException(boundary.boundary().explain());
            case NotEnoughData<M> missing -> throw new IllegalStateException("not enough data: " + missing);
        };
    }
}
