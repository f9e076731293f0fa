package mainstay.portfolio.value;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.Horizon;
import mainstay.analytics.btyd.Interval;
import mainstay.analytics.btyd.Nbd;
import mainstay.analytics.btyd.Scale;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.value.Discount;
import mainstay.analytics.value.LifetimeValue;

/// Outlooks by a fitted model; accounts with equal histories have equal ones.
final class ModelOutlooks<M extends BuyingModel> {
    static final Horizon YEAR = Horizon.days(365.25);
    static final double LEVEL = 0.95;

    private static final Horizon DAY = Horizon.days(1);
    private static final Horizon STEP = Horizon.months(1);
    private static final Horizon LONG_STEP = Horizon.months(12);

    private final Estimate<M> estimate;
    private final ValueSettings settings;
    private final Map<Key, Outlook> known = new ConcurrentHashMap<>();

    ModelOutlooks(Estimate<M> estimate, ValueSettings settings) {
        this.estimate = estimate;
        this.settings = settings;
    }

    private record Key(int repeats, double last, double age) {}

    Outlook of(CustomerSummary customer) {
        Key key = new Key(customer.repeatPurchases(), customer.ageAtLastPurchase(), customer.age());
        return known.computeIfAbsent(key, unseen -> made(customer));
    }

    private Outlook made(CustomerSummary customer) {
        M model = estimate.model();
        boolean leaves = !(model instanceof Nbd);
        Discount discount = settings.discount();
        double discounted = LifetimeValue.discountedPurchases(model, customer, STEP, settings.months(), discount);
        OptionalDouble error = estimate.standardError(
                moved -> LifetimeValue.discountedPurchases(
                        moved, customer, LONG_STEP, Math.ceilDiv(settings.months(), 12), discount),
                Scale.LOG);
        return new Outlook(
                Outlook.Method.MODEL,
                leaves ? model.probabilityAlive(customer) : null,
                leaves
                        ? estimate.interval(moved -> moved.probabilityAlive(customer), Scale.LOGIT, LEVEL)
                                .orElse(null)
                        : null,
                model.expectedPurchases(customer, YEAR),
                estimate.interval(moved -> moved.expectedPurchases(customer, YEAR), Scale.LOG, LEVEL)
                        .orElse(null),
                model.expectedPurchasesIfAlive(customer, YEAR),
                model.expectedPurchasesIfAlive(customer, DAY) * YEAR.in(DAY.unit()),
                discounted,
                error.isEmpty() ? null : Interval.around(discounted, error.getAsDouble(), Scale.LOG, LEVEL));
    }
}
