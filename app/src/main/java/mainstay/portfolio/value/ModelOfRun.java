package mainstay.portfolio.value;

import java.util.Map;
import mainstay.analytics.btyd.BgNbd;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.MbgNbd;
import mainstay.analytics.btyd.ModelKind;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.btyd.ParetoNbd;
import mainstay.analytics.purchase.TimeUnit;

/// Makes the model of a kept run again.
final class ModelOfRun {

    private ModelOfRun() {}

    static BuyingModel of(String code, Map<String, Double> parameters, TimeUnit unit) {
        double r = value(parameters, "r");
        double alpha = value(parameters, "alpha");
        if (code.equals(ModelKind.NBD.code())) {
            return new Nbd(r, alpha, unit);
        }
        if (code.equals(ModelKind.PARETO_NBD.code())) {
            return new ParetoNbd(r, alpha, value(parameters, "s"), value(parameters, "beta"), unit);
        }
        double a = value(parameters, "a");
        double b = value(parameters, "b");
        return code.equals(ModelKind.BG_NBD.code())
                ? new BgNbd(r, alpha, a, b, unit)
                : new MbgNbd(r, alpha, a, b, unit);
    }

    private static double value(Map<String, Double> parameters, String name) {
        Double found = parameters.get(name);
        if (found == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + parameters.keySet());
        }
        return found;
    }
}
