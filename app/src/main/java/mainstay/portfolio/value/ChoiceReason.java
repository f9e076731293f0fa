package mainstay.portfolio.value;

import java.util.EnumSet;
import java.util.Set;
import mainstay.analytics.btyd.Boundary;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Fit;
import mainstay.analytics.btyd.ModelChoice;
import mainstay.portfolio.Codes;

/// Why a model was chosen, as a code. Where none with drop-out has a best fit and nobody is seen leaving, what the
/// boundary says at which all of them ended.
final class ChoiceReason {

    private ChoiceReason() {}

    static String of(ModelChoice choice) {
        Set<Boundary.Meaning> meanings = meanings(choice);
        return choice.reason() == ModelChoice.Reason.ONLY_WITHOUT_DROP_OUT && meanings.size() == 1
                ? Codes.of(meanings.iterator().next())
                : Codes.of(choice.reason());
    }

    private static Set<Boundary.Meaning> meanings(ModelChoice choice) {
        Set<Boundary.Meaning> meanings = EnumSet.noneOf(Boundary.Meaning.class);
        choice.fits().values().forEach(fit -> {
            if (fit instanceof Fit.AtBoundary<? extends BuyingModel> at) {
                meanings.add(at.boundary().meaning());
            }
        });
        return meanings;
    }
}
