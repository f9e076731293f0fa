package mainstay.portfolio.value;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.analytics.btyd.Boundary;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.Fit;
import mainstay.analytics.btyd.Holdout;
import mainstay.analytics.btyd.ModelChoice;
import mainstay.analytics.btyd.ModelKind;
import mainstay.analytics.btyd.Tracking;
import mainstay.analytics.purchase.CalibrationSplit;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.portfolio.Codes;
import mainstay.portfolio.value.ModelReport.Bin;
import mainstay.portfolio.value.ModelReport.Held;
import mainstay.portfolio.value.ModelReport.Step;
import mainstay.portfolio.value.ModelReport.Tried;
import org.jspecify.annotations.Nullable;

/// Checks the model of a run: how it follows what happened, and how it foretells what it has not seen.
record ModelReports(FittedBase base, LocalDate from, List<PurchaseHistory> histories) {
    private static final int STEP_DAYS = 14;
    private static final int HIGHEST = 7;

    ModelReport report() {
        List<Tried> fits = new ArrayList<>();
        base.choice().fits().forEach((kind, fit) -> fits.add(tried(kind.code(), fit)));
        Spending spending = base.spending();
        Test test = test();
        return new ModelReport(
                histories.size(),
                (int) histories.stream()
                        .filter(history -> history.days().size() > 1)
                        .count(),
                fits,
                Codes.of(spending.reason()),
                spending.customers(),
                spending.correlation(),
                tried("gamma-gamma", spending.fit()),
                tracking(),
                test.held(),
                test.reason());
    }

    private static Tried tried(String code, Fit<?> fit) {
        Optional<? extends Estimate<?>> found = fit.estimate();
        Boundary edge = fit instanceof Fit.AtBoundary<?> at ? at.boundary() : null;
        return new Tried(
                code,
                switch (fit) {
                    case Fit.Converged<?> converged -> "converged";
                    case Fit.AtBoundary<?> boundary -> "atBoundary";
                    case Fit.NotEnoughData<?> missing -> "notEnoughData";
                },
                edge == null ? null : edge.parameter(),
                edge == null ? null : Codes.of(edge.limit()),
                edge == null ? null : Codes.of(edge.meaning()),
                found.map(Estimate::logLikelihood).orElse(null),
                found.map(Estimate::aic).orElse(null),
                found.map(Estimate::bic).orElse(null),
                found.<Map<String, Double>>map(Estimate::parameters).orElse(Map.of()),
                found.<Map<String, Double>>map(Estimate::standardErrors).orElse(Map.of()));
    }

    private List<Step> tracking() {
        if (base.outlooks() == null) {
            return List.of();
        }
        BuyingModel model = base.choice().fit().estimate().orElseThrow().model();
        int steps = (int) (ChronoUnit.DAYS.between(from, base.asOf()) / STEP_DAYS);
        LocalDate first = base.asOf().minusDays((long) (steps - 1) * STEP_DAYS);
        return Tracking.of(model, histories, first, STEP_DAYS, steps).stream()
                .map(step -> new Step(
                        step.end(), step.expected(), step.actual(), step.expectedInStep(), step.actualInStep()))
                .toList();
    }

    private record Test(@Nullable Held held, @Nullable String reason) {}

    /// The last quarter of the days is kept from the models; the best on the rest is asked about it.
    private Test test() {
        LocalDate until = base.asOf().minusDays(ChronoUnit.DAYS.between(from, base.asOf()) / 4);
        List<CalibrationSplit> splits = histories.stream()
                .map(history -> history.split(until, base.asOf(), base.unit()))
                .flatMap(Optional::stream)
                .toList();
        List<CustomerSummary> learnt =
                splits.stream().map(CalibrationSplit::calibration).toList();
        ModelChoice choice = ModelChoice.of(GroupedSummaries.of(base.unit(), learnt));
        ModelKind kind = choice.chosen().orElse(null);
        if (kind == null) {
            return new Test(null, "notEnoughData");
        }
        return choice.fit() instanceof Fit.Converged<? extends BuyingModel>(Estimate<? extends BuyingModel> found)
                ? new Test(held(kind, until, Holdout.of(found.model(), splits, HIGHEST)), null)
                : new Test(null, "noneUsable");
    }

    private Held held(ModelKind kind, LocalDate until, Holdout found) {
        return new Held(
                kind.code(),
                until,
                base.asOf(),
                found.customers(),
                found.actual(),
                found.expected(),
                found.meanAbsoluteError(),
                found.rootMeanSquareError(),
                found.byFrequency().stream()
                        .map(bin ->
                                new Bin(bin.repeatPurchases(), bin.customers(), bin.meanActual(), bin.meanExpected()))
                        .toList());
    }
}
