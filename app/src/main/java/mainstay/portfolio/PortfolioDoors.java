package mainstay.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import mainstay.analytics.concentration.Concentration;
import mainstay.portfolio.period.Address;
import mainstay.portfolio.period.Change;
import mainstay.portfolio.period.Chosen;
import mainstay.portfolio.period.Versus;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The figures of the portfolio, each with the way it was computed and the way to its rows.
///
/// @param before null where nothing is compared, or the ledger does not reach back that far
/// @param sales  address where the same sales are taken apart
record PortfolioDoors(
        Chosen period, Accounting now, @Nullable Accounting before, Address sales) {
    private static final int TEN = 10;

    /// Lines without an exchange rate are in no sum; where there are some, the page says how many.
    List<Door> sold() {
        List<Door> doors = new ArrayList<>(List.of(revenue(), returns(), unattributed(), knownCost()));
        if (now.all().unknownLines() > 0 || (before != null && before.all().unknownLines() > 0)) {
            doors.add(withoutRate());
        }
        return doors;
    }

    List<Door> spread() {
        return List.of(topFifth(), forEighty(), ten(), gini(), hhi());
    }

    private Door revenue() {
        Text how = now.scope().view() == SalesView.GROSS
                ? Text.of(
                        "portfolio.how.gross",
                        Shown.money(now.revenue()),
                        now.lines(),
                        now.totals().size())
                : Text.of(
                        "portfolio.how.revenue",
                        Shown.money(now.all().gross()),
                        Shown.money(now.all().returns()),
                        Shown.money(now.revenue()),
                        now.lines(),
                        now.totals().size());
        return money("portfolio.revenue", Accounting::revenue, how, "revenue", "revenue", sales);
    }

    private Door returns() {
        long gross = now.all().gross();
        Text share = Shown.share(gross <= 0 ? null : (double) now.all().returns() / gross);
        Text how = Text.of("drill.how.returns", Shown.money(now.all().returns()), Shown.money(gross), share);
        Address net = sales.without("view");
        return money("portfolio.returns", one -> one.all().returns(), how, "returns", "returns", net);
    }

    private Door unattributed() {
        Text how = Text.of("portfolio.how.unattributed", Shown.money(now.all().unattributed()));
        Address nobody = sales.without("view").with("customer", "none");
        return money(
                "portfolio.unattributed",
                one -> one.all().unattributed(),
                how,
                "unattributed-revenue",
                "revenue",
                nobody);
    }

    private Door knownCost() {
        Double share = now.knownCostShare();
        Text how = share == null
                ? Text.of("portfolio.how.noShare")
                : Text.of(
                        "portfolio.how.knownCost",
                        Shown.money(known()),
                        Shown.money(now.revenue()),
                        Shown.share(share));
        Address uncosted = sales.with("cost", "unknown");
        return new Door(
                Text.of("portfolio.knownCost"),
                Shown.share(share),
                Change.ofShares(period, share, before == null ? null : before.knownCostShare()),
                period.words(),
                List.of(how),
                "known-cost-share",
                uncosted.with("cut", "account").toString(),
                uncosted.with("cut", "line").toString());
    }

    private long known() {
        return now.totals().stream().mapToLong(AccountTotal::knownRevenue).sum();
    }

    private Door withoutRate() {
        Change change = new Change(
                now.all().unknownLines(), before == null ? null : before.all().unknownLines());
        return new Door(
                Text.of("portfolio.withoutRate"),
                Shown.count(now.all().unknownLines()),
                change.countNote(period),
                period.words(),
                List.of(Text.of("drill.how.unknown", now.all().unknownLines())),
                "revenue",
                null,
                null);
    }

    private Door topFifth() {
        int accounts = now.totals().size();
        Text how = Text.of("portfolio.how.topFifth", (accounts + 4) / 5, accounts, of(Concentration::topFifthShare));
        return share("portfolio.topFifth", Concentration::topFifthShare, how, "top-fifth-share");
    }

    private Door forEighty() {
        OptionalInt accounts = now.concentration().accountsForEighty();
        Text how = accounts.isEmpty()
                ? Text.of("portfolio.how.noShare")
                : Text.of(
                        "portfolio.how.forEighty",
                        accounts.getAsInt(),
                        now.totals().size());
        Long earlier = before == null ? null : number(before.concentration().accountsForEighty());
        Text note = new Change(number(accounts), earlier).countNote(period);
        return spread("portfolio.forEighty", Shown.count(number(accounts)), note, how, "accounts-for-eighty");
    }

    private Door ten() {
        Text how = Text.of(
                "portfolio.how.ten",
                Shown.money(now.totals().stream()
                        .limit(TEN)
                        .mapToLong(AccountTotal::revenue)
                        .sum()),
                Shown.money(now.revenue()));
        return share("portfolio.cr10", one -> one.cr(TEN), how, "concentration-ratio");
    }

    private Door gini() {
        Text how = Text.of("portfolio.how.gini", now.totals().size());
        return plain("portfolio.gini", "portfolio.figure.plain", Concentration::gini, how, "gini");
    }

    private Door hhi() {
        Text how = Text.of("portfolio.how.hhi", now.totals().size());
        return plain("portfolio.hhi", "portfolio.figure.whole", Concentration::hhi, how, "hhi");
    }

    private Text of(Function<Concentration, OptionalDouble> figure) {
        return Shown.share(Accounting.orNull(figure.apply(now.concentration())));
    }

    private Door money(
            String name, ToLongFunction<Accounting> figure, Text how, String definition, String measure, Address rows) {
        long value = figure.applyAsLong(now);
        Long earlier = before == null ? null : Long.valueOf(figure.applyAsLong(before));
        Address measured = rows.with("measure", measure);
        return new Door(
                Text.of(name),
                Shown.money(value),
                new Change(value, earlier).note(period, Shown::money),
                period.words(),
                List.of(how),
                definition,
                measured.with("cut", "month").toString(),
                measured.with("cut", "line").toString());
    }

    private Door share(String name, Function<Concentration, OptionalDouble> figure, Text how, String definition) {
        Double earlier = before == null ? null : Accounting.orNull(figure.apply(before.concentration()));
        Text note = Change.ofShares(period, Accounting.orNull(figure.apply(now.concentration())), earlier);
        return spread(name, of(figure), note, how, definition);
    }

    private Door plain(
            String name, String pattern, Function<Concentration, OptionalDouble> figure, Text how, String definition) {
        OptionalDouble value = figure.apply(now.concentration());
        OptionalDouble earlier = before == null ? OptionalDouble.empty() : figure.apply(before.concentration());
        Text versus = Text.of("period.note." + period.versus().code());
        Text note = period.versus() == Versus.NONE
                ? Door.NO_NOTE
                : earlier.isEmpty()
                        ? Text.of("period.notCovered", versus)
                        : Text.of("period.justBefore", versus, Text.of(pattern, earlier.getAsDouble()));
        Text shown = value.isEmpty() ? Door.UNKNOWN : Text.of(pattern, value.getAsDouble());
        return spread(name, shown, note, how, definition);
    }

    /// Behind how sales are spread stand the accounts, the largest first.
    private Door spread(String name, Text value, Text note, Text how, String definition) {
        String accounts = sales.with("cut", "account").toString();
        return new Door(Text.of(name), value, note, period.words(), List.of(how), definition, null, accounts);
    }

    private static @Nullable Long number(OptionalInt value) {
        return value.isEmpty() ? null : Long.valueOf(value.getAsInt());
    }
}
