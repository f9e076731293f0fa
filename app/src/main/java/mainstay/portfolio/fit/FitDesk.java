package mainstay.portfolio.fit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import mainstay.analytics.btyd.Boundary;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.Fit;
import mainstay.analytics.btyd.GammaGamma;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.ModelChoice;
import mainstay.analytics.btyd.ModelKind;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.GroupedSummaries;
import mainstay.analytics.purchase.MeanValues;
import mainstay.portfolio.fit.FitReport.Alternative;
import mainstay.portfolio.fit.FitReport.Score;
import org.jspecify.annotations.Nullable;

/// Fits the model asked for and says what came of it.
///
/// @param scored whether each customer is to be scored too
record FitDesk(FitWords words, double horizon, boolean scored) {

    FitReport fit(Customers customers, ModelWish wish) {
        return switch (wish) {
            case ModelWish.Best best -> best(customers);
            case ModelWish.Buying asked -> asked(customers, asked.kind());
            case ModelWish.Spending spending -> spending(customers);
        };
    }

    private FitReport best(Customers customers) {
        ModelChoice choice = ModelChoice.of(GroupedSummaries.of(customers.unit(), customers.summaries()));
        ModelKind kind = choice.chosen().orElse(ModelKind.NBD);
        return buying(customers, kind, words.reason(choice.reason()), choice.fits());
    }

    private FitReport asked(Customers customers, ModelKind kind) {
        ModelChoice choice = ModelChoice.of(GroupedSummaries.of(customers.unit(), customers.summaries()));
        boolean usable = choice.fits().get(kind) instanceof Fit.Converged;
        String reason = usable
                ? words.say("reason.asked")
                : words.say(
                        "reason.askedButUnusable",
                        choice.chosen().map(ModelKind::code).orElse("nbd"));
        return buying(customers, kind, reason, choice.fits());
    }

    private FitReport buying(
            Customers customers,
            ModelKind kind,
            String reason,
            SequencedMap<ModelKind, Fit<? extends BuyingModel>> fits) {
        Fit<? extends BuyingModel> fit =
                fits.getOrDefault(kind, fits.firstEntry().getValue());
        List<Alternative> alternatives = new ArrayList<>();
        fits.forEach((other, tried) -> {
            if (other != kind) {
                Optional<? extends Estimate<?>> found = tried.estimate();
                alternatives.add(new Alternative(
                        other.code(),
                        found.map(Estimate::logLikelihood).orElse(null),
                        found.map(Estimate::bic).orElse(null),
                        status(tried)));
            }
        });
        Optional<? extends BuyingModel> model = fit.estimate().map(Estimate::model);
        boolean certain = fit instanceof Fit.Converged && !(model.orElse(null) instanceof Nbd);
        Horizon ahead = new Horizon(horizon, customers.unit());
        List<Score> scores = scored
                ? customers.all().stream()
                        .map(customer -> score(
                                customer,
                                certain
                                        ? model.map(known -> known.probabilityAlive(customer.summary()))
                                                .orElse(null)
                                        : null,
                                fit instanceof Fit.Converged
                                        ? model.map(known -> known.expectedPurchases(customer.summary(), ahead))
                                                .orElse(null)
                                        : null))
                        .toList()
                : null;
        return report(customers, kind.code(), reason, fit, alternatives, scores);
    }

    private FitReport spending(Customers customers) {
        Fit<GammaGamma> fit = GammaGamma.fit(MeanValues.of(customers.summaries()));
        List<Score> scores = scored
                ? customers.all().stream()
                        .map(customer -> score(customer, null, spend(fit, customer.summary())))
                        .toList()
                : null;
        return report(customers, "gamma-gamma", words.say("reason.asked"), fit, List.of(), scores);
    }

    private static @Nullable Double spend(Fit<GammaGamma> fit, CustomerSummary customer) {
        return Optional.of(fit)
                .filter(Fit.Converged.class::isInstance)
                .flatMap(Fit::estimate)
                .map(found -> found.model().expectedSpend(customer))
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .orElse(null);
    }

    private static Score score(Customers.Named customer, @Nullable Double alive, @Nullable Double expected) {
        CustomerSummary own = customer.summary();
        return new Score(
                customer.code(),
                own.repeatPurchases(),
                own.ageAtLastPurchase(),
                own.age(),
                own.meanValue().isPresent() ? (Double) own.meanValue().getAsDouble() : null,
                alive,
                expected);
    }

    private FitReport report(
            Customers customers,
            String model,
            String reason,
            Fit<?> fit,
            List<Alternative> alternatives,
            @Nullable List<Score> scores) {
        Optional<? extends Estimate<?>> found = fit.estimate();
        Optional<Boundary> boundary =
                fit instanceof Fit.AtBoundary<?> edge ? Optional.of(edge.boundary()) : Optional.empty();
        long repeat = customers.summaries().stream()
                .filter(CustomerSummary::isRepeatCustomer)
                .count();
        return new FitReport(
                model,
                reason,
                customers.unit().name().toLowerCase(Locale.ROOT),
                customers.columns(),
                customers.observationEnd().orElse(null),
                horizon,
                customers.all().size(),
                repeat,
                found.<Map<String, Double>>map(Estimate::parameters).orElse(Map.of()),
                found.<Map<String, Double>>map(Estimate::standardErrors).orElse(Map.of()),
                found.map(Estimate::logLikelihood).orElse(null),
                found.map(Estimate::aic).orElse(null),
                found.map(Estimate::bic).orElse(null),
                status(fit),
                boundary.map(Boundary::parameter).orElse(null),
                boundary.map(words::boundary).orElse(null),
                alternatives,
                scores);
    }

    private static String status(Fit<?> fit) {
        return switch (fit) {
            case Fit.Converged<?> converged -> "converged";
            case Fit.AtBoundary<?> boundary -> "atBoundary";
            case Fit.NotEnoughData<?> missing -> "notEnoughData";
        };
    }
}
