package mainstay.portfolio.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mainstay.portfolio.period.Change;
import mainstay.portfolio.period.Chosen;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The figures of a slice with the way they were computed and the way to their rows.
///
/// @param units what is in which unit; empty where one holds all
/// @param parts address where a measure is taken apart, null where that is the page itself
/// @param rows  address of the rows behind a measure
record Doors(
        Chosen period,
        Sales now,
        @Nullable Sales before,
        List<UnitSum> units,
        @Nullable Function<Measure, String> parts,
        Function<Measure, String> rows) {

    List<Door> all() {
        return List.of(revenue(), returns(), profit(), orders(), quantity());
    }

    private Door revenue() {
        List<Text> how = new ArrayList<>(List.of(Text.of(
                "drill.how.revenue",
                Shown.money(now.gross()),
                Shown.money(now.returned()),
                Shown.money(now.revenue()),
                now.lines(),
                now.orders())));
        if (now.unknown() > 0) {
            how.add(Text.of("drill.how.unknown", now.unknown()));
        }
        return door(Measure.REVENUE, Shown.money(now.revenue()), money(Measure.REVENUE), how);
    }

    private Door returns() {
        Text how = Text.of(
                "drill.how.returns",
                Shown.money(now.returned()),
                Shown.money(now.gross()),
                Shown.share(now.returnedShare()));
        return door(Measure.RETURNS, Shown.money(now.returned()), money(Measure.RETURNS), List.of(how));
    }

    private Door profit() {
        List<Text> how = new ArrayList<>();
        Long profit = now.profit();
        if (profit == null) {
            how.add(Text.of("drill.how.noCost"));
        } else {
            how.add(Text.of(
                    "drill.how.profit",
                    Shown.money(now.known()),
                    Shown.money(now.known() - profit),
                    Shown.money(profit),
                    Shown.share(now.margin())));
            how.add(Text.of("drill.how.knownShare", Shown.share(now.knownShare())));
        }
        return door(Measure.PROFIT, Shown.money(profit), withMargin(money(Measure.PROFIT)), how);
    }

    private Text withMargin(Text note) {
        Text margin = Text.of("drill.marginOf", Shown.share(now.margin()));
        return now.margin() == null ? note : note.key().isEmpty() ? margin : Text.of("drill.marginAnd", margin, note);
    }

    private Door orders() {
        Text each = now.orders() == 0 ? Door.UNKNOWN : Shown.money(now.revenue() / now.orders());
        Text how = Text.of("drill.how.orders", now.orders(), now.lines(), each);
        Text note = new Change(now.orders(), of(Measure.ORDERS)).countNote(period);
        return door(Measure.ORDERS, Shown.count(now.orders()), note, List.of(how));
    }

    private Door quantity() {
        Quantity quantity = now.quantity();
        if (quantity.mixed()) {
            List<Text> how = new ArrayList<>(List.of(Text.of("units.how.mixed", units.size())));
            units.forEach(unit -> how.add(unit.shown()));
            return door(Measure.QUANTITY, quantity.shown(), Text.of("units.several", units.size()), how);
        }
        Long past = before == null ? null : before.quantity().comparableWith(quantity);
        Text note = new Change(quantity.amount(), past).note(period, Shown::quantity);
        return door(Measure.QUANTITY, quantity.shown(), note, List.of(Text.of("drill.how.quantity", now.lines())));
    }

    private Text money(Measure measure) {
        return new Change(now.of(measure), of(measure)).note(period, Shown::money);
    }

    private @Nullable Long of(Measure measure) {
        return before == null ? null : before.of(measure);
    }

    private Door door(Measure measure, Text value, Text note, List<Text> how) {
        return new Door(
                Text.of(measure.key()),
                value,
                note,
                period.words(),
                how,
                measure.definition(),
                parts == null ? null : parts.apply(measure),
                rows.apply(measure));
    }
}
