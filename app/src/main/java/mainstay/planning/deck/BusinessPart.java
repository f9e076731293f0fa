package mainstay.planning.deck;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mainstay.identity.FirmDesk;
import mainstay.planning.deck.DeckLedger.Breadth;
import mainstay.planning.deck.DeckLedger.Month;
import mainstay.planning.deck.DeckLedger.Open;
import mainstay.planning.deck.slide.Block.Cell;
import mainstay.planning.deck.slide.Block.Chart;
import mainstay.planning.deck.slide.Block.Column;
import mainstay.planning.deck.slide.Block.Series;
import mainstay.planning.deck.slide.Block.Table;
import mainstay.planning.deck.slide.Block.Tile;
import mainstay.planning.deck.slide.Block.Tiles;
import mainstay.planning.deck.slide.Slide;
import mainstay.planning.deck.slide.Tone;
import mainstay.portfolio.Standing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What they buy: months against the year before, years, breadth, and orders that wait.
@Component
class BusinessPart implements DeckPart {

    private static final int MONTHS = 12;
    private static final int YEARS = 5;
    private static final double TEN_THOUSANDTHS = 10_000;

    private final DeckLedger ledger;
    private final FirmDesk firm;

    BusinessPart(DeckLedger ledger, FirmDesk firm) {
        this.ledger = ledger;
        this.firm = firm;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public Told of(Subject of) {
        Map<YearMonth, Long> months = ledger.months(of.account().id()).stream()
                .collect(Collectors.toMap(month -> YearMonth.from(month.month()), Month::revenue));
        return Told.of(Slide.of(
                of.t("deck.business"),
                finding(of),
                new Tiles(tiles(of)).at(0, 0, 12, 3),
                byMonth(months, of).at(0, 3, 7, 9),
                byYear(months, of).at(7, 3, 5, 5),
                breadth(of).at(7, 8, 5, 4)));
    }

    private static String finding(Subject of) {
        Standing standing = of.standing();
        if (standing == null) {
            return of.t(of.known() == null ? "deck.business.noLedger" : "deck.business.none");
        }
        Double growth = standing.growth();
        String amount = of.page().money(standing.revenue()) + " " + of.page().currency();
        if (growth == null) {
            return of.t("deck.business.alone", amount);
        }
        String key =
                growth > 0.005 ? "deck.business.rose" : growth < -0.005 ? "deck.business.fell" : "deck.business.same";
        return of.t(key, amount, of.page().percent(Math.abs(growth), 0));
    }

    private List<Tile> tiles(Subject of) {
        Standing standing = of.standing();
        List<Tile> tiles = new ArrayList<>();
        if (standing != null) {
            Double growth = standing.growth();
            tiles.add(new Tile(
                    of.t("deck.revenue", of.page().currency()),
                    of.page().money(standing.revenue()),
                    growth == null
                            ? of.t("deck.nothingBefore")
                            : of.t(
                                    "deck.onYear",
                                    (growth > 0 ? "+" : "") + of.page().percent(growth)),
                    standing.falls() ? Tone.BAD : Tone.PRIMARY));
            tiles.add(new Tile(
                    of.t("deck.orders"), of.page().number(standing.orders()), of.t("deck.twelveMonths"), Tone.PRIMARY));
            tiles.add(
                    standing.products() == null
                            ? new Tile(
                                    of.t("deck.products"), of.t("deck.unknown"), of.t("deck.products.none"), Tone.QUIET)
                            : new Tile(
                                    of.t("deck.products"),
                                    of.page().number(standing.products()),
                                    of.t("deck.twelveMonths"),
                                    Tone.PRIMARY));
        } else {
            tiles.add(new Tile(
                    of.t("deck.revenue", of.page().currency()),
                    of.t("deck.unknown"),
                    of.t("deck.noSales"),
                    Tone.QUIET));
        }
        tiles.add(open(of));
        return tiles;
    }

    private Tile open(Subject of) {
        if (!ledger.knowsOrders(of.account().id())) {
            return new Tile(of.t("deck.open"), of.t("deck.unknown"), of.t("deck.open.none"), Tone.QUIET);
        }
        Open open = ledger.open(of.account().id(), of.today());
        String note = of.t("deck.open.note", open.orders(), open.late());
        return new Tile(
                of.t("deck.openAmount", of.page().currency()),
                of.page().money(open.amount()),
                open.unknown() > 0 ? note + of.t("deck.open.unknown", open.unknown()) : note,
                open.late() > 0 ? Tone.WARN : Tone.PRIMARY);
    }

    /// The last whole month of the ledger.
    private static @Nullable YearMonth lastWhole(@Nullable LocalDate known) {
        if (known == null) {
            return null;
        }
        YearMonth month = YearMonth.from(known);
        return month.atEndOfMonth().equals(known) ? month : month.minusMonths(1);
    }

    /// Twelve whole months beside those of the year before.
    private Chart byMonth(Map<YearMonth, Long> months, Subject of) {
        YearMonth last = lastWhole(of.known());
        LocalDate first = ledger.reach().dataFrom();
        List<YearMonth> shown = last == null
                ? List.of()
                : IntStream.rangeClosed(1, MONTHS)
                        .mapToObj(n -> last.minusMonths(MONTHS - n))
                        .toList();
        boolean sold =
                shown.stream().anyMatch(month -> months.containsKey(month) || months.containsKey(month.minusYears(1)));
        MoneyScale scale = scale(months.values(), of);
        List<@Nullable Double> now = new ArrayList<>();
        List<@Nullable Double> before = new ArrayList<>();
        for (YearMonth month : sold ? shown : List.<YearMonth>of()) {
            now.add(amount(months, month, first, scale));
            before.add(amount(months, month.minusYears(1), first, scale));
        }
        return new Chart(
                last == null ? of.t("deck.byMonth") : of.t("deck.byMonthUpTo", month(last)),
                Chart.Kind.COLUMNS,
                shown.stream().map(BusinessPart::month).toList(),
                List.of(
                        new Series(of.t("deck.yearBefore"), before, Tone.BEFORE, false),
                        new Series(of.t("deck.thisYear"), now, Tone.PRIMARY, false)),
                scale.unit(of.page()),
                scale.decimals(),
                of.t("deck.byMonth.none"));
    }

    private static String month(YearMonth month) {
        return "%d-%02d".formatted(month.getYear() % 100, month.getMonthValue());
    }

    private static MoneyScale scale(Iterable<Long> amounts, Subject of) {
        double greatest = 0;
        for (long amount : amounts) {
            greatest = Math.max(greatest, Math.abs(amount / TEN_THOUSANDTHS));
        }
        return MoneyScale.of(greatest, of.page());
    }

    /// A month without sales is nought; one that the ledger does not reach is unknown.
    private static @Nullable Double amount(
            Map<YearMonth, Long> months, YearMonth month, @Nullable LocalDate first, MoneyScale scale) {
        if (first == null || month.isBefore(YearMonth.from(first))) {
            return null;
        }
        return scale.of(months.getOrDefault(month, 0L));
    }

    private Chart byYear(Map<YearMonth, Long> months, Subject of) {
        int start = firm.settings().fiscalYearStart();
        DeckLedger.Reach reach = ledger.reach();
        LocalDate from = reach.dataFrom();
        LocalDate to = reach.dataTo();
        List<String> names = new ArrayList<>();
        List<Long> sums = new ArrayList<>();
        if (from != null && to != null && !months.isEmpty()) {
            YearMonth latest = year(YearMonth.from(to), start);
            for (int back = YEARS - 1; back >= 0; back--) {
                YearMonth first = latest.minusYears(back);
                if (!first.plusMonths(MONTHS - 1L).atEndOfMonth().isBefore(from)) {
                    boolean part = from.isAfter(first.atDay(1))
                            || to.isBefore(first.plusMonths(MONTHS - 1L).atEndOfMonth());
                    names.add(name(first, start) + (part ? "*" : ""));
                    sums.add(sum(months, first));
                }
            }
        }
        MoneyScale scale = scale(sums, of);
        List<@Nullable Double> values = new ArrayList<>();
        sums.forEach(sum -> values.add(scale.of(sum)));
        boolean part = names.stream().anyMatch(name -> name.endsWith("*"));
        return new Chart(
                of.t("deck.byYear"),
                Chart.Kind.COLUMNS,
                names,
                List.of(new Series(of.t("deck.sales"), values, Tone.SECOND, false)),
                part ? of.t("deck.partYear", scale.unit(of.page())) : scale.unit(of.page()),
                scale.decimals(),
                of.t("deck.byMonth.none"));
    }

    private static YearMonth year(YearMonth month, int start) {
        YearMonth first = YearMonth.of(month.getYear(), start);
        return month.isBefore(first) ? first.minusYears(1) : first;
    }

    private static String name(YearMonth first, int start) {
        return start == 1
                ? String.valueOf(first.getYear())
                : "%d/%02d".formatted(first.getYear(), (first.getYear() + 1) % 100);
    }

    private static long sum(Map<YearMonth, Long> months, YearMonth first) {
        return IntStream.range(0, MONTHS)
                .mapToLong(n -> Objects.requireNonNullElse(months.get(first.plusMonths(n)), 0L))
                .sum();
    }

    private Table breadth(Subject of) {
        LocalDate known = of.known();
        List<Breadth> found =
                known == null ? List.of() : ledger.breadth(of.account().id(), known);
        double all = found.stream().mapToLong(Breadth::revenue).sum();
        return Table.of(
                of.t("deck.breadth"),
                List.of(
                        Column.of(of.t("deck.category"), 5),
                        new Column(of.t("deck.products"), 2, true),
                        new Column(of.t("deck.share"), 2, true)),
                found.stream()
                        .map(one -> List.of(
                                Cell.of(one.category() == null ? of.t("deck.noCategory") : one.category()),
                                Cell.of(of.page().number(one.products())),
                                Cell.of(all <= 0 ? "–" : of.page().percent(one.revenue() / all, 0))))
                        .toList(),
                of.t("deck.breadth.none"));
    }
}
