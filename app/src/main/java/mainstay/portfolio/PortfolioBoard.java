package mainstay.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import mainstay.analytics.concentration.CumulativeCurve;
import mainstay.portfolio.PortfolioView.CurveRow;
import mainstay.portfolio.PortfolioView.FigureCard;
import mainstay.portfolio.PortfolioView.WhaleView;
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

    Optional<PortfolioView> view(PortfolioForm form, boolean firm, Locale locale) {
        return portfolio
                .accounting(form.query())
                .filter(now -> firm || !now.totals().isEmpty())
                .map(now -> {
                    Accounting before = portfolio.accounting(now.scope().yearBefore());
                    Scope scope = now.scope();
                    FigureTexts figure = new FigureTexts(texts, locale);
                    return new PortfolioView(
                            scope.asOf(),
                            scope.from(),
                            scope.to(),
                            scope.group(),
                            scope.by() == Basis.BILLED,
                            scope.view() == SalesView.GROSS,
                            firm,
                            sales(now, before, figure),
                            spread(now, before, figure),
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
                            form.at("/portfolio/curves"));
                });
    }

    /// The Pareto curve and the whale curve as data for charts.
    List<Curve> curves(PortfolioForm form, Locale locale) {
        return portfolio.accounting(form.query()).stream()
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

    /// Lines without an exchange rate are in no sum; where there are some, the page says how many.
    private static List<FigureCard> sales(Accounting now, Accounting before, FigureTexts figure) {
        List<FigureCard> cards = new ArrayList<>(List.of(
                new FigureCard(
                        "portfolio.revenue", figure.money(now.revenue()), figure.money(before.revenue()), "revenue"),
                new FigureCard(
                        "portfolio.returns",
                        figure.money(now.all().returns()),
                        figure.money(before.all().returns()),
                        "returns"),
                new FigureCard(
                        "portfolio.unattributed",
                        figure.money(now.all().unattributed()),
                        figure.money(before.all().unattributed()),
                        "unattributed-revenue"),
                new FigureCard(
                        "portfolio.knownCost",
                        figure.ratio(optional(now.knownCostShare())),
                        figure.ratio(optional(before.knownCostShare())),
                        "known-cost-share")));
        if (now.all().unknownLines() > 0 || before.all().unknownLines() > 0) {
            cards.add(new FigureCard(
                    "portfolio.withoutRate",
                    figure.count(OptionalInt.of(Math.toIntExact(now.all().unknownLines()))),
                    figure.count(OptionalInt.of(Math.toIntExact(before.all().unknownLines()))),
                    "revenue"));
        }
        return cards;
    }

    private static List<FigureCard> spread(Accounting now, Accounting before, FigureTexts figure) {
        var present = now.concentration();
        var past = before.concentration();
        return List.of(
                new FigureCard(
                        "portfolio.topFifth",
                        figure.ratio(present.topFifthShare()),
                        figure.ratio(past.topFifthShare()),
                        "top-fifth-share"),
                new FigureCard(
                        "portfolio.forEighty",
                        figure.count(present.accountsForEighty()),
                        figure.count(past.accountsForEighty()),
                        "accounts-for-eighty"),
                new FigureCard(
                        "portfolio.cr10",
                        figure.ratio(present.cr(10)),
                        figure.ratio(past.cr(10)),
                        "concentration-ratio"),
                new FigureCard("portfolio.gini", figure.plain(present.gini()), figure.plain(past.gini()), "gini"),
                new FigureCard("portfolio.hhi", figure.whole(present.hhi()), figure.whole(past.hhi()), "hhi"));
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

    private static OptionalDouble optional(@Nullable Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
