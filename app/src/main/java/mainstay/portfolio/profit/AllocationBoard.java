package mainstay.portfolio.profit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.portfolio.AccountTotal;
import mainstay.portfolio.Accounting;
import mainstay.portfolio.CostToServe;
import mainstay.portfolio.Loss;
import mainstay.portfolio.Verdicts;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import mainstay.portfolio.profit.AllocationView.Page;
import mainstay.portfolio.profit.AllocationView.Row;
import mainstay.portfolio.profit.Attention.Share;
import mainstay.portfolio.value.KeptValue;
import mainstay.portfolio.value.KeptValues;
import mainstay.portfolio.value.Paging;
import mainstay.shared.web.Texts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts together who is served more than they earn, and who less.
@Service
@Transactional(readOnly = true)
class AllocationBoard {
    private final SegmentBoard segments;
    private final Periods periods;
    private final CostToServe costs;
    private final KeptValues values;
    private final Verdicts verdicts;

    AllocationBoard(SegmentBoard segments, Periods periods, CostToServe costs, KeptValues values, Verdicts verdicts) {
        this.segments = segments;
        this.periods = periods;
        this.costs = costs;
        this.values = values;
        this.verdicts = verdicts;
    }

    private record Compared(Chosen period, Accounting all, Attention attention) {}

    Optional<AllocationView> view(AllocationForm form, PeriodForm days) {
        return compared(form, periods.shown(days, form.at())).map(compared -> view(form, compared));
    }

    private Optional<Compared> compared(AllocationForm form, Optional<Chosen> chosen) {
        return chosen.flatMap(period -> segments.accounting(period, form.grouped())
                .map(all -> new Compared(period, all, Attention.of(all.totals()))));
    }

    private AllocationView view(AllocationForm form, Compared found) {
        Accounting all = found.all();
        return new AllocationView(
                found.period(),
                Acting.actor().reaches(Level.BUSINESS),
                form.grouped(),
                all.totals().isEmpty(),
                costs.rates().areUnset(),
                Counted.priced(all.totals(), form.unit()),
                Counted.rebates(all.totals(), segments.knowsRebates()),
                page(form, found, true),
                page(form, found, false));
    }

    private Page page(AllocationForm form, Compared found, boolean over) {
        List<Share> shares = over ? found.attention().over() : found.attention().under();
        Paging paging = form.paging(
                over ? AllocationForm.OVER : AllocationForm.UNDER,
                shares.size(),
                found.period().address());
        return new Page(rows(found.all(), paging.of(shares), over), paging);
    }

    private List<Row> rows(Accounting all, List<Share> shares, boolean over) {
        Map<Long, Loss> losses = verdicts.losses(all).stream()
                .collect(Collectors.toMap(loss -> loss.total().account(), loss -> loss, (one, other) -> one));
        Map<Long, KeptValue> kept = values.of(
                shares.stream().map(share -> share.total().account()).toList(),
                all.scope().group(),
                all.scope().asOf());
        return shares.stream()
                .map(share -> {
                    AccountTotal total = share.total();
                    Loss loss = losses.get(total.account());
                    return new Row(
                            share,
                            loss == null ? over ? share.overReason() : share.underReason() : verdicts.text(loss),
                            kept.getOrDefault(total.account(), KeptValue.NONE));
                })
                .toList();
    }

    List<String> header(Texts texts, Locale locale) {
        return Stream.of(
                        "profit.column.section",
                        "profit.column.code",
                        "profit.column.account",
                        "portfolio.why",
                        "profit.column.earned",
                        "profit.column.toServe",
                        "profit.column.beyond",
                        "value.value",
                        "profit.column.aboutValue")
                .map(key -> texts.get(locale, key))
                .toList();
    }

    /// Both lists in full, one behind the other.
    Stream<List<String>> rows(AllocationForm form, PeriodForm days, Texts texts, Locale locale) {
        return compared(form, periods.chosen(days, form.at())).stream()
                .flatMap(found -> Stream.of(true, false).flatMap(over -> {
                    Attention attention = found.attention();
                    return rows(found.all(), over ? attention.over() : attention.under(), over).stream()
                            .map(row -> cells(row, over, form.unit(), texts, locale));
                }));
    }

    private static List<String> cells(Row row, boolean over, String unit, Texts texts, Locale locale) {
        AccountTotal total = row.share().total();
        String mark = row.mark();
        return List.of(
                texts.get(locale, over ? "profit.allocation.isOver" : "profit.allocation.isUnder"),
                total.code(),
                total.name(),
                texts.get(locale, row.why()),
                SegmentBoard.money(total.earned()),
                SegmentBoard.money(total.toServe()),
                SegmentBoard.money(row.share().beyond()),
                SegmentBoard.money(row.kept().value()),
                mark == null ? "" : texts.get(locale, AllocationView.markWhy(mark, unit)));
    }
}
