package mainstay.portfolio.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.value.LifetimeValue;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads what an account is worth, with what that rests on.
@Service
@Transactional(readOnly = true)
class ValueReader {
    private static final int SMALL = 100;

    private final ValueTable table;
    private final ValueRuns runs;
    private final JsonMapper json;

    ValueReader(ValueTable table, ValueRuns runs, JsonMapper json) {
        this.table = table;
        this.runs = runs;
        this.json = json;
    }

    /// @param residual discounted worth of all that is still to come; null where unknown
    /// @param inputs   by symbol
    /// @param caveats  what to keep in mind
    record Found(
            RunRow run,
            AccountValue value,
            @Nullable Long residual,
            Map<String, Double> inputs,
            List<String> caveats,
            List<AccountValue> history) {}

    Optional<RunRow> run() {
        return runs.newest();
    }

    Optional<Found> of(long account) {
        return runs.newest().flatMap(run -> table.of(account).map(value -> found(run, value)));
    }

    private Found found(RunRow run, AccountValue value) {
        TimeUnit unit = TimeUnit.valueOf(run.unit().toUpperCase(Locale.ROOT));
        CustomerSummary customer = new CustomerSummary(
                value.repeats(),
                unit.between(value.firstPurchase(), value.lastPurchase()),
                unit.between(value.firstPurchase(), run.asOf()),
                OptionalDouble.empty(),
                unit);
        return new Found(
                run,
                value,
                residual(run, value, customer),
                inputs(run, value, customer),
                caveats(run, value),
                table.history(value.accountId()));
    }

    private Map<String, Double> parameters(RunRow run) {
        return json.readValue(run.parameters(), new TypeReference<LinkedHashMap<String, Double>>() {});
    }

    private @Nullable Long residual(RunRow run, AccountValue value, CustomerSummary customer) {
        String model = run.model();
        Long spend = value.spend();
        Double rate = value.marginRate();
        if (model == null || spend == null || rate == null || !value.method().equals("model")) {
            return null;
        }
        BuyingModel buying = ModelOfRun.of(model, parameters(run), customer.unit());
        double purchases = LifetimeValue.residualPurchases(
                buying, customer, new ValueSettings(run.discountRate(), run.months(), 0).discount());
        return Math.max(0, Math.round(purchases * spend * rate));
    }

    private Map<String, Double> inputs(RunRow run, AccountValue value, CustomerSummary customer) {
        Map<String, Double> inputs = new LinkedHashMap<>();
        inputs.put("x", (double) customer.repeatPurchases());
        inputs.put("t_x", customer.ageAtLastPurchase());
        inputs.put("T", customer.age());
        if (value.method().equals("model")) {
            inputs.putAll(parameters(run));
        }
        return inputs;
    }

    private static List<String> caveats(RunRow run, AccountValue value) {
        List<String> caveats = new ArrayList<>();
        if (run.accounts() < SMALL) {
            caveats.add("smallBase");
        }
        if (value.method().equals("rhythm")) {
            caveats.add("ownRhythm");
        }
        if (value.method().equals("model") && value.alive() == null) {
            caveats.add("nbd".equals(run.model()) ? "noDropOut" : "aliveByConstruction");
        }
        if ("gammaGamma".equals(value.spendSource()) && value.repeats() == 0) {
            caveats.add("spendingOfOthers");
        }
        if ("firm".equals(value.marginSource())) {
            caveats.add("marginOfFirm");
        }
        if ("sales".equals(value.marginSource())) {
            caveats.add("salesNotMargin");
        }
        return List.copyOf(caveats);
    }
}
