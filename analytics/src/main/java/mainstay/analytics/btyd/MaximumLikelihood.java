package mainstay.analytics.btyd;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import mainstay.analytics.numeric.Eigen;
import mainstay.analytics.numeric.Matrix;
import mainstay.analytics.numeric.Minimiser;
import mainstay.analytics.numeric.Minimum;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;

/// The search for the parameters of maximum likelihood.
///
/// Parameters are searched by their logarithms, times being divided by the mean age so that the unit makes no
/// difference. Several starts compete on a sample of the groups, the best one goes on to all of them. A
/// result is an inner maximum only if it stays clear of the walls (e^±14), beats the model without drop-out,
/// falls off in every direction, and is no ridge to its family, see [Family#mostError()].
final class MaximumLikelihood {

    private static final double WALL = 14;
    private static final int SAMPLE = 6_000;
    private static final double FLAT = 1e-3;
    private static final double ROUGH = 1e-4;
    private static final double NEAR = 1e-5;
    private static final double FINE = 1e-9;

    private MaximumLikelihood() {}

    /// A model with drop-out, compared with the NBD of the same data.
    static <M> Fit<M> withDropOut(Family<M, GroupedSummaries> family, GroupedSummaries data) {
        return of(family, data, Nbd.fit(data).estimate().map(Estimate::logLikelihood));
    }

    /// @param baseline the log-likelihood of the NBD of the same data; empty for the NBD itself
    static <M> Fit<M> of(Family<M, GroupedSummaries> family, GroupedSummaries data, Optional<Double> baseline) {
        var shortage = shortage(family.names().length, data);
        if (shortage.isPresent()) {
            return new Fit.NotEnoughData<>(shortage.get(), data.customers(), data.repeatCustomers());
        }
        var scale = data.totalAge() / data.customers();
        var sample = data.groups() > 4 * SAMPLE ? data.everyNth(data.groups() / SAMPLE) : data;
        var shift = data.totalRepeatPurchases() * Math.log(scale);
        return new Search<>(family, data, sample, scale, data.customers(), shift).fit(baseline);
    }

    static Fit<GammaGamma> of(Family<GammaGamma, MeanValues> family, MeanValues data) {
        var customers = data.customers();
        if (customers <= family.names().length) {
            return new Fit.NotEnoughData<>(Shortage.TOO_FEW_REPEAT_CUSTOMERS, customers, customers);
        }
        var scale = data.average();
        var sample = customers > 4 * SAMPLE ? data.everyNth(customers / SAMPLE) : data;
        var shift = customers * Math.log(scale);
        return new Search<>(family, data, sample, scale, customers, shift).fit(Optional.empty());
    }

    static Fit<BgBb> of(Family<BgBb, DiscreteSummaries> family, DiscreteSummaries data) {
        var customers = data.customers();
        if (customers <= family.names().length || data.repeatCustomers() < 2) {
            var shortage =
                    customers <= family.names().length ? Shortage.TOO_FEW_CUSTOMERS : Shortage.TOO_FEW_REPEAT_CUSTOMERS;
            return new Fit.NotEnoughData<>(shortage, customers, data.repeatCustomers());
        }
        return new Search<>(family, data, data, 1, customers, 0).fit(Optional.empty());
    }

    private static Optional<Shortage> shortage(int parameters, GroupedSummaries data) {
        if (data.customers() <= parameters) {
            return Optional.of(Shortage.TOO_FEW_CUSTOMERS);
        }
        if (data.repeatCustomers() < 2) {
            return Optional.of(Shortage.TOO_FEW_REPEAT_CUSTOMERS);
        }
        return data.totalAge() > 0 ? Optional.empty() : Optional.of(Shortage.NO_TIME);
    }

    /// One search.
    ///
    /// @param scale what one scaled unit is
    /// @param shift what the log-likelihood loses by going back to the unit of the data
    record Search<M, D>(Family<M, D> family, D data, D sample, double scale, double customers, double shift) {

        Fit<M> fit(Optional<Double> baseline) {
            var size = family.names().length;
            var low = new double[size];
            var high = new double[size];
            Arrays.fill(low, -WALL);
            Arrays.fill(high, WALL);
            var rough = new Minimiser(family.objective(sample, scale), low, high);
            var best = start(rough);
            var whole = data.equals(sample) ? rough : new Minimiser(family.objective(data, scale), low, high);
            var polished = whole.polish(whole.from(best.at(), best.inverse(), NEAR));
            if (polished.minimum().steepness() > FINE) {
                var left = polished.minimum();
                polished = whole.polish(whole.from(left.at(), left.inverse(), FINE));
            }
            var found = polished.minimum();
            var curvature = polished.hessian();
            for (var row : curvature) {
                for (var j = 0; j < row.length; j++) {
                    row[j] *= customers;
                }
            }
            var eigen = Matrix.eigen(curvature);
            var logLikelihood = -customers * found.value() - shift;
            var boundary = boundary(whole, found, eigen, logLikelihood, baseline);
            var estimate = new Estimate<>(
                    family.model(data),
                    family.names(),
                    natural(found.at()),
                    boundary.isPresent() ? Optional.empty() : Optional.of(eigen.inverse()),
                    logLikelihood,
                    baseline.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                    customers,
                    found.evaluations());
            return boundary.<Fit<M>>map(edge -> new Fit.AtBoundary<>(estimate, edge))
                    .orElseGet(() -> new Fit.Converged<>(estimate));
        }

        private Minimum start(Minimiser search) {
            var unit = Matrix.identity(family.names().length);
            return family.starts(sample, scale).stream()
                    .map(start -> search.from(logs(start), unit, ROUGH))
                    .reduce((one, other) -> other.value() < one.value() ? other : one)
                    .orElseThrow();
        }

        private Optional<Boundary> boundary(
                Minimiser search, Minimum found, Eigen eigen, double logLikelihood, Optional<Double> baseline) {
            if (baseline.isPresent() && logLikelihood - baseline.get() < FLAT) {
                var parameter = family.names()[Families.NBD_SIZE];
                return Optional.of(new Boundary(parameter, Boundary.Limit.ZERO, Boundary.Meaning.NO_DROP_OUT));
            }
            for (var i = found.at().length - 1; i >= 0; i--) {
                if (search.atWall(found.at(), i)) {
                    return Optional.of(family.boundary(i, found.at()));
                }
            }
            if (eigen.values()[0] > FLAT && isSure(eigen.inverse())) {
                return Optional.empty();
            }
            return Optional.of(family.boundary(loosest(eigen.vectors()[0]), found.at()));
        }

        /// Whether the data tell every parameter apart from those along a ridge.
        private boolean isSure(double[][] covariance) {
            for (var i = 0; i < covariance.length; i++) {
                if (!(Math.sqrt(covariance[i][i]) <= family.mostError())) {
                    return false;
                }
            }
            return true;
        }

        private static int loosest(double[] direction) {
            var loose = 0;
            for (var i = 1; i < direction.length; i++) {
                loose = Math.abs(direction[i]) > Math.abs(direction[loose]) ? i : loose;
            }
            return loose;
        }

        private double[] logs(double[] scaled) {
            var logs = new double[scaled.length];
            for (var i = 0; i < logs.length; i++) {
                logs[i] = Math.log(scaled[i]);
            }
            return logs;
        }

        private double[] natural(double[] logs) {
            var natural = new double[logs.length];
            for (var i = 0; i < natural.length; i++) {
                natural[i] = Math.exp(logs[i]) * (family.isScaled(i) ? scale : 1);
            }
            return natural;
        }
    }
}
