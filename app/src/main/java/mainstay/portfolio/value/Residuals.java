package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Interval;
import mainstay.analytics.btyd.Scale;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.Purchase;
import mainstay.analytics.purchase.PurchaseHistory;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.value.Discount;
import mainstay.analytics.value.Explanation;
import mainstay.analytics.value.LeavingPrior;
import mainstay.analytics.value.LifetimeValue;
import mainstay.analytics.value.OwnHistory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Works out the discounted worth of all that is still to come, without an end, from a kept run.
@Component
class Residuals {
    private final Buyers buyers;
    private final JsonMapper json;

    Residuals(Buyers buyers, JsonMapper json) {
        this.buyers = buyers;
        this.json = json;
    }

    /// Money with four decimals; both ends null where there is no interval.
    record Residual(
            long value, @Nullable Long low, @Nullable Long high) {}

    static CustomerSummary summary(RunRow run, AccountValue value) {
        TimeUnit unit = unit(run);
        return new CustomerSummary(
                value.repeats(),
                unit.between(value.firstPurchase(), value.lastPurchase()),
                unit.between(value.firstPurchase(), run.asOf()),
                OptionalDouble.empty(),
                unit);
    }

    private static TimeUnit unit(RunRow run) {
        return TimeUnit.valueOf(run.unit().toUpperCase(Locale.ROOT));
    }

    Map<String, Double> parameters(RunRow run) {
        return json.readValue(run.parameters(), new TypeReference<LinkedHashMap<String, Double>>() {});
    }

    /// Null where nothing is known of what the account will buy.
    @Nullable
    Residual of(RunRow run, AccountValue value) {
        Long spend = value.spend();
        Double rate = value.marginRate();
        if (spend == null || rate == null) {
            return null;
        }
        Discount discount = new ValueSettings(run.discountRate(), run.months(), 0).discount();
        return switch (value.method()) {
            case "model" -> byModel(run, value, discount, spend * rate);
            case "rhythm" -> byRhythm(run, value, discount, spend * rate);
            case "closed" -> new Residual(0, null, null);
            default -> null;
        };
    }

    private @Nullable Residual byModel(RunRow run, AccountValue value, Discount discount, double each) {
        String code = run.model();
        if (code == null) {
            return null;
        }
        String kept = run.covariance();
        KeptModel model = new KeptModel(
                code,
                unit(run),
                parameters(run),
                kept == null ? null : json.readValue(kept, new TypeReference<List<List<Double>>>() {}));
        CustomerSummary customer = summary(run, value);
        ToDoubleFunction<BuyingModel> purchases = moved -> LifetimeValue.residualPurchases(moved, customer, discount);
        Double error = model.error(purchases);
        return residual(
                purchases.applyAsDouble(model.model()) * each,
                error == null ? null : Interval.around(1, error, Scale.LOG, ModelOutlooks.LEVEL),
                value.spendError());
    }

    private @Nullable Residual byRhythm(RunRow run, AccountValue value, Discount discount, double each) {
        List<LocalDate> days = buyers.days(value.accountId(), run.firstDay(), run.asOf());
        PurchaseHistory history = PurchaseHistory.of(
                days.stream().map(day -> new Purchase(day, 1)).toList());
        return OwnHistory.of(history, run.asOf(), ModelOutlooks.LEVEL)
                .map(own -> own.with(new LeavingPrior(run.returns())).residualPurchases(discount))
                .map(left -> residual(left, each, value.spendError()))
                .orElse(null);
    }

    private static Residual residual(Explanation left, double each, @Nullable Double spending) {
        double purchases = left.value().orElseThrow();
        return residual(purchases * each, Worth.parts(left.interval().orElse(null), purchases), spending);
    }

    private static Residual residual(double worth, @Nullable Interval buying, @Nullable Double spending) {
        Interval range = Worth.range(worth, buying, spending);
        return new Residual(
                Math.max(0, Math.round(worth)),
                range == null ? null : (Long) Math.round(range.low()),
                range == null ? null : (Long) Math.round(range.high()));
    }
}
