package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mainstay.analytics.btyd.BuyingModel;
import mainstay.analytics.btyd.Estimate;
import mainstay.analytics.btyd.ModelKind;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.portfolio.LedgerState;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Values all accounts as of a day: days from the ledger, models in memory, rows back in bulk.
@Component
class ValueRun {
    private static final TimeUnit UNIT = TimeUnit.WEEK;

    private final Buyers buyers;
    private final Assortments assortments;
    private final ValueRuns runs;
    private final ValueTable table;
    private final JsonMapper json;

    ValueRun(Buyers buyers, Assortments assortments, ValueRuns runs, ValueTable table, JsonMapper json) {
        this.buyers = buyers;
        this.assortments = assortments;
        this.runs = runs;
        this.table = table;
        this.json = json;
    }

    /// A day of the past, without a report on its model.
    void replay(LocalDate asOf, LedgerState ledger, ValueSettings settings) {
        kept(asOf, asOf, ledger, settings);
    }

    void value(LocalDate asOf, LedgerState ledger, ValueSettings settings) {
        Seen seen = kept(asOf, runs.closedBy(asOf), ledger, settings);
        ModelReports reports = new ModelReports(
                seen.base(),
                seen.from(),
                seen.buyers().stream().map(Buyer::history).toList());
        runs.addReport(asOf, json.writeValueAsString(reports.report()));
    }

    private record Seen(FittedBase base, LocalDate from, List<Buyer> buyers) {}

    private Seen kept(LocalDate asOf, LocalDate closedBy, LedgerState ledger, ValueSettings settings) {
        LocalDate from = ledger.lookedFrom(asOf);
        String accountsSeen = runs.accountsNow();
        List<Buyer> found = buyers.between(from, asOf, closedBy);
        FittedBase base = FittedBase.of(found, asOf, UNIT, settings);
        Map<Long, AliveBefore> before = table.alive(runs.compared(asOf).before());
        Appraisal appraisal = new Appraisal(base, Signs.peers(found), assortments.until(asOf), before);
        List<AccountValue> values = appraisal.of(found);
        runs.clear(asOf);
        runs.add(row(base, from, ledger.revision(), found.size()), accountsSeen);
        table.append(values);
        return new Seen(base, from, found);
    }

    private RunRow row(FittedBase base, LocalDate from, long revision, int accounts) {
        Estimate<? extends BuyingModel> found =
                base.outlooks() == null ? null : base.choice().fit().estimate().orElse(null);
        List<List<Double>> covariance = found == null ? null : KeptModel.covariance(found);
        return new RunRow(
                base.asOf(),
                from,
                revision,
                base.settings().revision(),
                base.settings().discountRate(),
                base.settings().months(),
                UNIT.name().toLowerCase(Locale.ROOT),
                base.outlooks() == null
                        ? null
                        : base.choice().chosen().map(ModelKind::code).orElse(null),
                ChoiceReason.of(base.choice()),
                json.writeValueAsString(found == null ? Map.of() : found.parameters()),
                covariance == null ? null : json.writeValueAsString(covariance),
                base.spending().source(),
                base.margins().basis(),
                base.margins().firm(),
                accounts,
                base.leaving().returns());
    }
}
