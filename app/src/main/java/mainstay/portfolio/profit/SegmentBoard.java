package mainstay.portfolio.profit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.portfolio.Accounting;
import mainstay.portfolio.Basis;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.PortfolioQuery;
import mainstay.portfolio.SalesView;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import mainstay.shared.Money;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the page of profit by segment together.
@Service
@Transactional(readOnly = true)
class SegmentBoard {
    private final Portfolio portfolio;
    private final Periods periods;
    private final Segmenting segmenting;
    private final Texts texts;

    SegmentBoard(Portfolio portfolio, Periods periods, Segmenting segmenting, Texts texts) {
        this.portfolio = portfolio;
        this.periods = periods;
        this.segmenting = segmenting;
        this.texts = texts;
    }

    Optional<SegmentView> view(SegmentForm form, PeriodForm days) {
        return periods.shown(days, form.at("/profit"))
                .flatMap(period -> accounting(period, false).map(all -> view(form, period, all)));
    }

    private SegmentView view(SegmentForm form, Chosen period, Accounting all) {
        boolean rebates = knowsRebates();
        Segments segments = Segments.of(all.totals(), segmenting.of(form.by(), form.view(), all.totals()));
        return new SegmentView(
                period,
                Acting.actor().reaches(Level.BUSINESS),
                segmenting.chosen(form.by(), form.view()),
                form.view(),
                segmenting.codes(),
                segmenting.views(),
                segments,
                Counted.all(all.totals()),
                rebates,
                Counted.rebates(all.totals(), rebates),
                finding(segments));
    }

    boolean knowsRebates() {
        return portfolio.knowsRebates();
    }

    Optional<Accounting> accounting(Chosen period, boolean group) {
        return portfolio.accounting(new PortfolioQuery(
                period.days().from(), period.days().to(), period.asOf(), group, Basis.DELIVERED, SalesView.NET));
    }

    private static Text finding(Segments segments) {
        Waterfall whole = segments.whole().fall();
        if (whole.remains() <= 0) {
            return Text.of(whole.known() ? "profit.segments.noProfit" : "profit.finding.unknown");
        }
        SegmentRow best = segments.best();
        return best == null || best.fall().remains() <= 0
                ? Text.of("profit.segments.unnamedOnly", Shown.money(whole.profit()))
                : Text.of(
                        "profit.segments.finding",
                        best.name(),
                        Shown.share((double) best.fall().remains() / whole.remains()),
                        Shown.money(whole.profit()));
    }

    List<String> header(Locale locale) {
        return Stream.of("segment", "accounts", "losing", "revenue", "profit", "margin", "rebates", "served", "known")
                .map(column -> texts.get(locale, "profit.column." + column))
                .toList();
    }

    /// Each segment and the whole, amounts in full.
    Stream<List<String>> rows(SegmentView view, Locale locale) {
        return Stream.concat(
                        view.segments().rows().stream(),
                        Stream.of(view.segments().whole()))
                .map(row -> List.of(
                        texts.get(locale, row.name()),
                        String.valueOf(row.accounts()),
                        String.valueOf(row.losing()),
                        money(row.fall().revenue()),
                        money(row.fall().profit()),
                        share(row.fall().margin()),
                        view.rebates() ? share(row.fall().rebateShare()) : "",
                        share(row.fall().servedShare()),
                        share(row.fall().knownShare())));
    }

    static String money(@Nullable Long amount) {
        return amount == null ? "" : new Money(amount).toDecimal().toPlainString();
    }

    static String share(@Nullable Double share) {
        return share == null ? "" : String.valueOf(Math.round(share * 10_000) / 10_000.0);
    }
}
