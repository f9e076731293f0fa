package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mainstay.portfolio.value.ValueSums.Part;
import mainstay.portfolio.value.ValueSums.Total;
import mainstay.portfolio.value.ValueView.PartRow;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the value page together.
@Service
@Transactional(readOnly = true)
class ValueBoard {
    private final ValueRuns runs;
    private final ValueSums sums;
    private final ValueRisks risks;
    private final List<ValueCut> cuts;

    ValueBoard(ValueRuns runs, ValueSums sums, ValueRisks risks, List<ValueCut> cuts) {
        this.runs = runs;
        this.sums = sums;
        this.risks = risks;
        this.cuts =
                cuts.stream().sorted(Comparator.comparingInt(ValueCut::order)).toList();
    }

    /// Nothing before the first run.
    Optional<ValueView> view(@Nullable String by, boolean firm) {
        return runs.newest().map(run -> view(run, cut(by), firm));
    }

    private ValueCut cut(@Nullable String by) {
        return cuts.stream().filter(cut -> cut.key().equals(by)).findFirst().orElse(cuts.getFirst());
    }

    List<RiskRow> atRisk() {
        return runs.newest().map(run -> risks.all(run.asOf())).orElse(List.of());
    }

    private ValueView view(RunRow run, ValueCut cut, boolean firm) {
        LocalDate asOf = run.asOf();
        Total total = sums.total(asOf);
        return new ValueView(
                firm,
                asOf,
                doors(run, total),
                sums.bridge(asOf).orElse(null),
                cut.key(),
                cuts.stream().map(ValueCut::key).toList(),
                parts(sums.by(asOf, cut), total),
                risks.first(asOf).stream()
                        .map(row -> new ValueView.Risk(row, RiskSigns.of(row)))
                        .toList(),
                risks.count(asOf),
                model(run));
    }

    private static List<PartRow> parts(List<Part> parts, Total total) {
        Long whole = total.value();
        return parts.stream()
                .map(part -> new PartRow(
                        part.name(),
                        part.accounts(),
                        part.value(),
                        part.before(),
                        whole == null || whole <= 0 ? null : (Double) ((double) part.value() / whole)))
                .toList();
    }

    private static List<Door> doors(RunRow run, Total total) {
        Text period = Text.of("value.period", run.asOf());
        int known = total.accounts() - total.unknown();
        Text equity = Text.of("value.how.equity", known, run.months(), Shown.share(run.discountRate()));
        Text unknown = total.unknown() == 0 ? Door.NO_NOTE : Text.of("value.unknownAccounts", total.unknown());
        Text basis = Text.of("value.basis." + run.basis());
        return List.of(
                new Door(
                        Text.of("value.equity"),
                        Shown.money(total.value()),
                        unknown,
                        period,
                        List.of(equity, basis),
                        "customer-equity",
                        null,
                        null),
                new Door(
                        Text.of("value.margin"),
                        Shown.money(total.margin()),
                        Door.NO_NOTE,
                        period,
                        List.of(Text.of("value.how.margin", known), basis),
                        "lifetime-value",
                        null,
                        null),
                new Door(
                        Text.of("value.atRisk"),
                        Shown.money(total.atRisk()),
                        Door.NO_NOTE,
                        period,
                        List.of(Text.of("value.how.atRisk")),
                        "at-risk",
                        null,
                        "#at-risk"));
    }

    static List<Text> model(RunRow run) {
        List<Text> words = new ArrayList<>();
        String model = run.model();
        words.add(
                model == null
                        ? Text.of("value.noModel")
                        : Text.of(
                                "value.modelIs",
                                Text.of("value.model." + model),
                                run.accounts(),
                                run.firstDay(),
                                run.asOf()));
        words.add(Text.of("value.reason." + run.reason()));
        return words;
    }
}
