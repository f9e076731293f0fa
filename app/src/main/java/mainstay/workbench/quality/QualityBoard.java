package mainstay.workbench.quality;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mainstay.accounts.AccountCard;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.PeriodForm;
import mainstay.portfolio.period.Periods;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import mainstay.workbench.quality.Gap.Worst;
import mainstay.workbench.quality.SalesGaps.Place;
import mainstay.workbench.quality.SalesGaps.Sums;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tells for every gap how large it is and what it costs.
@Service
@Transactional(readOnly = true)
class QualityBoard {
    private static final int WORST = 8;

    private final Periods periods;
    private final SalesGaps sales;
    private final FileGaps files;

    QualityBoard(Periods periods, SalesGaps sales, FileGaps files) {
        this.periods = periods;
        this.sales = sales;
        this.files = files;
    }

    /// Nothing while the ledger is empty.
    Optional<QualityView> view(PeriodForm days) {
        return periods.shown(days, Address.of("/quality")).map(period -> {
            Sums sums = sales.sums(period.days());
            Address lines = period.address().at("/portfolio/sales").with("cut", "line");
            Measured measured = new Measured(sums, lines);
            return new QualityView(
                    period,
                    sums.revenue(),
                    List.of(
                            cost(measured, period),
                            customers(measured),
                            regions(measured, period),
                            managers(measured, period),
                            currencies(measured, period),
                            new FileQuality(files).leftOut(),
                            new FileQuality(files).unmapped(),
                            new FileQuality(files).ratings()));
        });
    }

    /// The sums of the period, and the address of its lines.
    private record Measured(Sums sums, Address lines) {
        @Nullable
        Double share(long money) {
            return Shares.of(money, sums.revenue());
        }
    }

    private Gap cost(Measured measured, Chosen period) {
        Sums sums = measured.sums();
        long missing = sums.attributed() - sums.known();
        List<Place> accounts = sums.without() == 0 ? List.of() : sales.accountsWithoutCost(period.days());
        List<Place> products = sums.without() == 0 ? List.of() : sales.productsWithoutCost(period.days());
        return new Gap(
                "cost",
                sums.without(),
                missing,
                measured.share(missing),
                Text.of(
                        "quality.cost.costs",
                        Shown.share(Shares.of(sums.known(), sums.attributed())),
                        sums.blind(),
                        sums.accounts()),
                Text.of("quality.cost.todo"),
                measured.lines().with("cost", "unknown").with("cut", "product").toString(),
                Stream.concat(
                                accounts.stream().map(QualityBoard::account),
                                products.stream().map(place -> product(place, measured.lines())))
                        .toList());
    }

    private Gap customers(Measured measured) {
        Sums sums = measured.sums();
        return new Gap(
                "customer",
                sums.nobodysLines(),
                sums.nobodysRevenue(),
                measured.share(sums.nobodysRevenue()),
                Text.of("quality.customer.costs", Shown.share(measured.share(sums.attributed()))),
                Text.of("quality.customer.todo"),
                measured.lines().with("customer", "none").toString(),
                List.of());
    }

    private Gap regions(Measured measured, Chosen period) {
        List<Place> regions = sales.unknownRegions(period.days());
        long money = regions.stream().mapToLong(Shares::money).sum();
        return new Gap(
                "region",
                regions.stream().mapToLong(Place::rows).sum(),
                money,
                measured.share(money),
                Text.of(
                        "quality.region.costs",
                        Shown.share(Shares.of(
                                measured.sums().attributed() - money,
                                measured.sums().attributed()))),
                Text.of("quality.region.todo"),
                measured.lines().with("region", "").toString(),
                regions.stream()
                        .limit(WORST)
                        .map(place -> region(place, measured.lines()))
                        .toList());
    }

    private Gap managers(Measured measured, Chosen period) {
        List<Place> orphans = sales.withoutManager(period.days());
        long money = orphans.stream().mapToLong(Shares::money).sum();
        return new Gap(
                "manager",
                orphans.size(),
                money,
                measured.share(money),
                Text.of("quality.manager.costs", orphans.size(), Shown.share(measured.share(money))),
                Text.of("quality.manager.todo"),
                "/accounts?manager=none",
                orphans.stream().limit(WORST).map(QualityBoard::account).toList());
    }

    private Gap currencies(Measured measured, Chosen period) {
        long unrated = measured.sums().unrated();
        List<Place> currencies = unrated == 0 ? List.of() : sales.currenciesWithoutRate(period.days());
        return new Gap(
                "currency",
                unrated,
                null,
                null,
                Text.of("quality.currency.costs", unrated),
                Text.of("quality.currency.todo"),
                "/imports/new",
                currencies.stream()
                        .map(place -> new Worst(Shares.named(place.name()), null, place.rows(), place.money(), null))
                        .toList());
    }

    private static Worst account(Place place) {
        String code = place.code() == null ? "" : place.code();
        return new Worst(
                Shares.named(place.name()), code, place.rows(), place.money(), AccountCard.pathOf(code) + "/business");
    }

    private static Worst product(Place place, Address lines) {
        String product = place.code() == null ? "" : place.code();
        return new Worst(
                Shares.named(place.name()),
                null,
                place.rows(),
                place.money(),
                lines.with("cost", "unknown").with("product", product).toString());
    }

    private static Worst region(Place place, Address lines) {
        return new Worst(
                Shares.named(place.name()),
                null,
                place.rows(),
                place.money(),
                lines.with("region", place.name() == null ? "" : place.name()).toString());
    }
}
