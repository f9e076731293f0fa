package mainstay.portfolio.value;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mainstay.analytics.btyd.Boundary;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Fit;
import mainstay.analytics.btyd.ModelChoice;
import mainstay.analytics.btyd.ModelKind;

/// Why a model was chosen, as a code: where every model with drop-out ended at a boundary, what that boundary says.
final class ChoiceReason {

    private ChoiceReason() {}

    static String of(ModelChoice choice) {
        List<Fit<? extends BuyingModel>> others = new ArrayList<>();
        choice.fits().forEach((kind, fit) -> {
            if (kind != ModelKind.NBD) {
                others.add(fit);
            }
        });
        boolean only = choice.fits().get(ModelKind.NBD) instanceof Fit.Converged
                && others.stream().allMatch(Fit.AtBoundary.class::isInstance);
        return only ? atBoundaries(others) : Codes.of(choice.reason());
    }

    private static String atBoundaries(List<Fit<? extends BuyingModel>> fits) {
        Set<Boundary.Meaning> meanings = EnumSet.noneOf(Boundary.Meaning.class);
        fits.forEach(fit -> {
            if (fit instanceof Fit.AtBoundary<? extends BuyingModel> at) {
                meanings.add(at.boundary().meaning());
            }
        });
        return meanings.size() == 1 ? Codes.of(meanings.iterator().next()) : "noneWithDropOut";
    }
}
