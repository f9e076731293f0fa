package mainstay.portfolio;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.analytics.concentration.CumulativeCurve;
import mainstay.portfolio.PortfolioView.CurveRow;
import mainstay.portfolio.PortfolioView.WhaleView;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.Period;
import mainstay.shared.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts the portfolio page together.
@Service
@Transactional(readOnly = true)
class PortfolioBoard {
    private static final int POINTS = 200;
    private static final int ROWS = 12;

    private final Portfolio portfolio;
    private final Remedies remedies;
    private final List<PortfolioSection> sections;
    private final Texts texts;

    PortfolioBoard(Portfolio portfolio, Remedies remedies, List<PortfolioSection> sections, Texts texts) {
        this.portfolio = portfolio;
        this.remedies = remedies;
        this.sections = sections.stream()
                .sorted(Comparator.comparingInt(PortfolioSection::order))
                .toList();
        this.texts = texts;
    }

    Optional<PortfolioView> view(PortfolioForm form, Chosen period, boolean firm, Locale locale) {
        return portfolio
                .accounting(form.of(period))
                .filter(now -> firm || !now.totals().isEmpty())
                .map(now -> {
                    Scope scope = now.scope();
                    PortfolioDoors doors = new PortfolioDoors(period, now, before(scope, period), sales(form, period));
                    return new PortfolioView(
                            period,
                            scope.group(),
                            scope.by() == Basis.BILLED,
                            scope.view() == SalesView.GROSS,
                            firm,
                            doors.sold(),
                            doors.spread(),
                            rows(now.concentration().curve()),
                            Accounting.orNull(now.concentration().topFifthShare()),
                            now.totals().size(),
                            whale(now),
                            Stream.concat(
                                            sections.stream()
                                                    .flatMap(section ->
                                                            section.lists(firm && scope.group(), locale).stream()),
                                            Stream.of(remedies.of(now, locale)))
                                    .toList(),
                            form.at("/portfolio/curves", period));
                });
    }

    private @Nullable Accounting before(Scope scope, Chosen period) {
        Period days = period.known();
        return days == null
                ? null
                : portfolio.accounting(
                        new Scope(scope.asOf(), days.from(), days.to(), scope.group(), scope.by(), scope.view()));
    }

    /// Where the same sales are taken apart.
    private static Address sales(PortfolioForm form, Chosen period) {
        return period.address()
                .at("/portfolio/sales")
                .with("by", form.basis() == Basis.BILLED ? "billed" : null)
                .with("view", form.salesView() == SalesView.GROSS ? "gross" : null);
    }

    /// The Pareto curve and the whale curve as data for charts.
    List<Curve> curves(PortfolioForm form, Optional<Chosen> days, Locale locale) {
        return days.flatMap(period -> portfolio.accounting(form.of(period))).stream()
                .flatMap(now -> List.of(
                        curve("pareto", now.concentration().curve(), "portfolio.shareOfRevenue", locale),
                        curve("whale", now.whale().curve(), "portfolio.shareOfProfit", locale))
                        .stream())
                .toList();
    }

    private Curve curve(String kind, CumulativeCurve curve, String yKey, Locale locale) {
        String y = texts.get(locale, yKey);
        return new Curve(
                kind,
                texts.get(locale, "portfolio.shareOfAccounts"),
                y,
                List.of(Curve.Line.of(y, curve.isDefined() ? curve.points(POINTS) : List.of())));
    }

    private static WhaleView whale(Accounting now) {
        var whale = now.whale();
        return new WhaleView(
                Accounting.orNull(whale.peak()),
                Accounting.orNull(whale.erosion()),
                whale.unprofitableCustomers(),
                whale.customers(),
                now.knownCostShare(),
                rows(whale.curve()));
    }

    private static List<CurveRow> rows(CumulativeCurve curve) {
        return curve.isDefined()
                ? curve.points(ROWS).stream()
                        .map(point -> new CurveRow(point.customers(), point.customerShare(), point.cumulativeShare()))
                        .toList()
                : List.of();
    }
}
