package mainstay.portfolio.value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.analytics.purchase.CustomerSummary;
import mainstay.identity.Level;
import mainstay.portfolio.value.Residuals.Residual;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads what an account is worth, with what that rests on.
@Service
@Transactional(readOnly = true)
class ValueReader {
    private final ValueTable table;
    private final ValueRuns runs;
    private final Residuals residuals;

    ValueReader(ValueTable table, ValueRuns runs, Residuals residuals) {
        this.table = table;
        this.runs = runs;
        this.residuals = residuals;
    }

    record Kept(RunRow run, AccountValue value) {}

    /// @param residual discounted worth of all that is still to come; null where unknown
    /// @param inputs   by symbol
    /// @param caveats  what to keep in mind
    record Found(
            RunRow run,
            AccountValue value,
            @Nullable Residual residual,
            Map<String, Double> inputs,
            List<String> caveats,
            List<AccountValue> history) {}

    /// Whether the reader may see what an account is worth.
    boolean shows(long account) {
        return table.level(account) >= Level.BUSINESS.number();
    }

    Optional<RunRow> run() {
        return runs.newest();
    }

    /// The newest value of an account; nothing where the reader may not see it.
    Optional<Kept> kept(long account) {
        return runs.newest().flatMap(run -> table.of(account, run.asOf()).map(value -> new Kept(run, value)));
    }

    /// All kept values of the account, the oldest first.
    List<AccountValue> history(Kept kept) {
        return table.history(kept.value().accountId(), kept.run().asOf());
    }

    Optional<Found> of(long account) {
        return kept(account).map(this::found);
    }

    private Found found(Kept kept) {
        RunRow run = kept.run();
        AccountValue value = kept.value();
        CustomerSummary customer = Residuals.summary(run, value);
        return new Found(
                run, value, residuals.of(run, value), inputs(run, value, customer), caveats(run, value), history(kept));
    }

    private Map<String, Double> inputs(RunRow run, AccountValue value, CustomerSummary customer) {
        Map<String, Double> inputs = new LinkedHashMap<>();
        inputs.put("x", (double) customer.repeatPurchases());
        inputs.put("t_x", customer.ageAtLastPurchase());
        inputs.put("T", customer.age());
        if (value.method().equals("model")) {
            inputs.putAll(residuals.parameters(run));
        }
        return inputs;
    }

    private static List<String> caveats(RunRow run, AccountValue value) {
        List<String> caveats = new ArrayList<>();
        if (value.isClosed()) {
            return List.of("closed");
        }
        if (value.hidesLoss()) {
            caveats.add("hidesLoss");
        }
        if (value.isSoldAtLoss()) {
            caveats.add("soldAtLoss");
        }
        if (run.accounts() < FittedBase.SMALL_BASE) {
            caveats.add("smallBase");
        }
        if (ShortHistory.is(value.method(), value.repeats())) {
            caveats.add("shortHistory");
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
