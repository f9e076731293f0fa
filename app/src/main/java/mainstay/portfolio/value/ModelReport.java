package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the search for a model found.
///
/// @param correlation of how often and for how much; null where it is not defined
/// @param holdout     null where no model is usable on the days it would learn from
/// @param noHoldout   why not, as a code; null where there is one
public record ModelReport(
        int customers,
        int repeatCustomers,
        List<Tried> fits,
        String spendingReason,
        int spendingCustomers,
        @Nullable Double correlation,
        @Nullable Tried spending,
        List<Step> tracking,
        @Nullable Held holdout,
        @Nullable String noHoldout) {

    /// @param status `converged`, `atBoundary` or `notEnoughData`
    public record Tried(
            String model,
            String status,
            @Nullable String boundaryParameter,
            @Nullable String boundaryLimit,
            @Nullable String boundaryMeaning,
            @Nullable Double logLikelihood,
            @Nullable Double aic,
            @Nullable Double bic,
            Map<String, Double> parameters,
            Map<String, Double> standardErrors) {}

    public record Step(LocalDate end, double expected, long actual, double expectedInStep, long actualInStep) {}

    /// @param model the best on the days that it learnt from; not always that of the whole
    public record Held(
            String model,
            LocalDate learntUntil,
            LocalDate until,
            int customers,
            long actual,
            double expected,
            double meanAbsoluteError,
            double rootMeanSquareError,
            List<Bin> bins) {}

    public record Bin(int repeats, int customers, double actual, double expected) {}
}
