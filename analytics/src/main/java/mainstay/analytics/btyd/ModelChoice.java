package mainstay.analytics.btyd;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import mainstay.analytics.purchase.GroupedSummaries;

/// The model that suits customers best, with all that were tried and why this one.
///
/// Usable is a fit with an inner maximum. Among these the lowest [Estimate#bic()] wins; the one with the fewest
/// parameters, [Nbd], takes part, so that drop-out has to pay for its two parameters. A fit at a boundary is never
/// chosen, however high its likelihood: what it has become is another model, without the intervals of its own.
///
/// @param chosen the model; empty without enough data
/// @param reason why
/// @param fits what came of each model, in the order of [ModelKind]
public record ModelChoice(
        Optional<ModelKind> chosen, Reason reason, SequencedMap<ModelKind, Fit<? extends BuyingModel>> fits) {

    /// Why a model was chosen.
    public enum Reason {
        /// All models have an inner maximum, and this one the lowest criterion.
        LOWEST_BIC,
        /// Among the models that have an inner maximum this one has the lowest criterion; others have none.
        LOWEST_BIC_OF_USABLE,
        /// No model with drop-out has an inner maximum, and none fits better by the criterion than the one
        /// without: nothing shows that anybody leaves.
        ONLY_WITHOUT_DROP_OUT,
        /// No model with drop-out has an inner maximum, though one fits better by the criterion than the one
        /// without: customers leave, but how they differ in it cannot be told. The one chosen takes everybody
        /// as staying.
        DROP_OUT_WITHOUT_MAXIMUM,
        /// There are enough customers for the model without drop-out only.
        TOO_FEW_FOR_DROP_OUT,
        /// Not even the model without drop-out has an inner maximum; it is taken as it stands.
        NONE_USABLE,
        /// There are too few customers, too few who came back, or no time.
        NOT_ENOUGH_DATA
    }

    /// Fits all models and chooses.
    public static ModelChoice of(GroupedSummaries customers) {
        var nbd = Nbd.fit(customers);
        var fits = new LinkedHashMap<ModelKind, Fit<? extends BuyingModel>>();
        for (var kind : ModelKind.values()) {
            fits.put(kind, kind.fit(customers, nbd));
        }
        return of(Collections.unmodifiableSequencedMap(fits));
    }

    static ModelChoice of(SequencedMap<ModelKind, Fit<? extends BuyingModel>> fits) {
        if (fits.get(ModelKind.NBD) instanceof Fit.NotEnoughData) {
            return new ModelChoice(Optional.empty(), Reason.NOT_ENOUGH_DATA, fits);
        }
        List<ModelKind> usable = fits.sequencedKeySet().stream()
                .filter(kind -> fits.get(kind) instanceof Fit.Converged)
                .toList();
        var best = usable.stream().min(Comparator.comparingDouble(kind -> bic(fits, kind)));
        return best.isEmpty()
                ? new ModelChoice(Optional.of(ModelKind.NBD), Reason.NONE_USABLE, fits)
                : new ModelChoice(best, reason(usable, fits), fits);
    }

    private static Reason reason(List<ModelKind> usable, SequencedMap<ModelKind, Fit<? extends BuyingModel>> fits) {
        if (usable.size() == fits.size()) {
            return Reason.LOWEST_BIC;
        }
        if (!usable.equals(List.of(ModelKind.NBD))) {
            return Reason.LOWEST_BIC_OF_USABLE;
        }
        if (fits.values().stream().anyMatch(Fit.NotEnoughData.class::isInstance)) {
            return Reason.TOO_FEW_FOR_DROP_OUT;
        }
        return fits.keySet().stream().anyMatch(kind -> bic(fits, kind) < bic(fits, ModelKind.NBD))
                ? Reason.DROP_OUT_WITHOUT_MAXIMUM
                : Reason.ONLY_WITHOUT_DROP_OUT;
    }

    private static double bic(SequencedMap<ModelKind, Fit<? extends BuyingModel>> fits, ModelKind kind) {
        var fit = fits.get(kind);
        return fit == null
                ? Double.POSITIVE_INFINITY
                : fit.estimate().map(Estimate::bic).orElse(Double.POSITIVE_INFINITY);
    }

    /// The fit of the chosen model; that of [ModelKind#NBD] where none was chosen.
    public Fit<? extends BuyingModel> fit() {
        var fit = fits.get(chosen.orElse(ModelKind.NBD));
        if (fit == null) {
            throw new IllegalStateException("no fit of " + chosen);
        }
        return fit;
    }

    /// One English sentence; the parts are there for other languages.
    public String explain() {
        return switch (reason) {
            case LOWEST_BIC -> "The lowest BIC of all models.";
            case LOWEST_BIC_OF_USABLE -> "The lowest BIC of the models that have an inner maximum; others have none.";
            case ONLY_WITHOUT_DROP_OUT ->
                "No model with drop-out has an inner maximum or fits better than the one without: nothing shows that anybody leaves.";
            case DROP_OUT_WITHOUT_MAXIMUM ->
                "Customers leave, but how they differ in it cannot be told: the models with drop-out fit better and have no inner maximum. This one takes everybody as staying.";
            case TOO_FEW_FOR_DROP_OUT -> "Too few customers for a model with drop-out.";
            case NONE_USABLE -> "No model has an inner maximum; the simplest one is shown as it stands.";
            case NOT_ENOUGH_DATA -> "Too few customers who came back.";
        };
    }
}
