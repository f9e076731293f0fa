package mainstay.portfolio.value;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.value.ValueSums.Total;
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
    private final ValueSplits splits;
    private final MarginsAhead margins;

    ValueBoard(ValueRuns runs, ValueSums sums, ValueRisks risks, ValueSplits splits, MarginsAhead margins) {
        this.runs = runs;
        this.sums = sums;
        this.risks = risks;
        this.splits = splits;
        this.margins = margins;
    }

    /// Nothing before the first run.
    Optional<ValueView> view(SplitForm form, RiskForm risk, boolean firm) {
        return runs.newest().map(run -> view(run, form, risk, firm));
    }

    private RiskList risks(LocalDate asOf, RiskForm form, Address at) {
        ValueRisks.Count count = risks.count(asOf);
        return new RiskList(
                form.gone(),
                risks.page(asOf, form).stream()
                        .map(row -> new ValueView.Risk(row, RiskSigns.of(row)))
                        .toList(),
                count.saveable(),
                count.lost(),
                RiskList.paging(form, form.gone() ? count.lost() : count.saveable(), at));
    }

    List<RiskRow> atRisk() {
        return runs.newest().map(run -> risks.all(run.asOf())).orElse(List.of());
    }

    private ValueView view(RunRow run, SplitForm form, RiskForm risk, boolean firm) {
        LocalDate asOf = run.asOf();
        Compared compared = runs.compared(asOf);
        Total total = sums.total(asOf);
        MarginAhead ahead = run.basis().equals("margin") ? margins.of(asOf).orElse(null) : null;
        return new ValueView(
                firm,
                total.accounts() == 0,
                asOf,
                doors(run, total, ahead),
                notes(run, total, ahead),
                ahead,
                sums.bridge(compared).orElse(null),
                form.at("/value"),
                splits.cuts(),
                splits.views(),
                splits.of(compared, form),
                ValueMethods.inParts(total),
                risks(asOf, risk, form.at("/value")),
                ValueMethods.of(run, total));
    }

    private static List<Door> doors(RunRow run, Total total, @Nullable MarginAhead ahead) {
        Text period = Text.of("value.period", run.asOf());
        int known = total.accounts() - total.unknown();
        Text equity = Text.of("value.how.equity", known, run.months(), Shown.share(run.discountRate()));
        Text unknown = total.unknown() == 0 ? Door.NO_NOTE : Text.of("value.unknownAccounts", total.unknown());
        Text basis = Text.of("value.basis." + run.basis());
        List<Text> how = new ArrayList<>(List.of(equity, basis));
        if (total.closed() > 0) {
            how.add(Text.of("value.how.closed", total.closed()));
        }
        return List.of(
                new Door(
                        Text.of("value.equity"),
                        Shown.money(total.value()),
                        unknown,
                        period,
                        how,
                        "customer-equity",
                        null,
                        null),
                new Door(
                        Text.of("value.margin"),
                        Shown.money(total.margin()),
                        ahead == null ? Door.NO_NOTE : Text.of("value.marginBefore", Shown.money(ahead.earned())),
                        period,
                        List.of(Text.of("value.how.margin", known), basis),
                        "margin-ahead",
                        null,
                        ahead == null ? null : "#ahead"),
                new Door(
                        Text.of("value.atRisk"),
                        Shown.money(total.atRisk()),
                        total.gone() == 0 ? Door.NO_NOTE : Text.of("value.atRiskGone", Shown.money(total.gone())),
                        period,
                        total.gone() == 0
                                ? List.of(Text.of("value.how.atRisk"))
                                : List.of(Text.of("value.how.atRisk"), Text.of("value.how.atRiskGone")),
                        "at-risk",
                        null,
                        "#at-risk"));
    }

    /// What the values rest on, before the words on the model.
    private static List<Text> notes(RunRow run, Total total, @Nullable MarginAhead ahead) {
        List<Text> words = new ArrayList<>();
        words.add(
                run.basis().equals("margin")
                        ? Text.of("value.beforeServing", Buyer.Year.FEWEST)
                        : Text.of("value.basis.sales"));
        if (ahead != null && ahead.losing() > 0) {
            words.add(Text.of("value.losing", ahead.losing(), Shown.money(ahead.losses())));
        }
        if (total.hiding() > 0) {
            words.add(Text.of("value.hidden", total.hiding(), Shown.money(total.hidden())));
        }
        return words;
    }
}
