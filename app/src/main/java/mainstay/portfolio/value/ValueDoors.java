package mainstay.portfolio.value;

import java.util.List;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The figures of an account's value, each with how it came about.
record ValueDoors(ValueReader.Found found) {
    private static final double UNIT = 10_000;

    /// Purchases are shown with one decimal.
    private static final double TENTHS = 10;

    List<Door> all() {
        AccountValue value = found.value();
        Text method = AccountValueBoard.source(value);
        Text each = Text.of("value.how.each", Shown.money(value.spend()), Shown.share(value.marginRate()));
        Text basis = Text.of("value.marginSource." + value.marginSource());
        return List.of(
                door(
                        "value.alive",
                        value.chance(value.alive()),
                        range(value.chance(value.aliveLow()), value.chance(value.aliveHigh())),
                        List.of(method, Text.of("value.how.alive", value.repeats() + 1, value.lastPurchase())),
                        value.method().equals("rhythm") ? "own-history" : "repeat-buying"),
                door(
                        "value.expected",
                        number(value.expected()),
                        range(number(value.expectedLow()), number(value.expectedHigh())),
                        List.of(method, Text.of("value.how.expected")),
                        "repeat-buying"),
                door(
                        "value.yearMargin",
                        Shown.money(value.yearMargin()),
                        Door.NO_NOTE,
                        List.of(Text.of(
                                "value.how.yearMargin",
                                value.asOf().minusMonths(12).plusDays(1),
                                value.asOf())),
                        "margin-ahead"),
                door(
                        "value.margin",
                        Shown.money(value.margin()),
                        range(value.marginLow(), value.marginHigh()),
                        value.expected() == null
                                ? List.of(method)
                                : List.of(Text.of("value.how.accountMargin", number(value.expected())), each, basis),
                        "expected-spend"),
                door(
                        "value.value",
                        Shown.money(value.value()),
                        range(value.valueLow(), value.valueHigh()),
                        List.of(Text.of(
                                "value.how.value",
                                found.run().months(),
                                Shown.share(found.run().discountRate()))),
                        "lifetime-value"),
                residual(found.residual()),
                door(
                        value.gone() ? "value.lostMargin" : "value.atRisk",
                        Shown.money(value.atRisk()),
                        Door.NO_NOTE,
                        List.of(Text.of(value.gone() ? "value.how.accountLost" : "value.how.accountRisk")),
                        "at-risk"));
    }

    private Door residual(Residuals.@Nullable Residual residual) {
        return door(
                "value.residual",
                Shown.money(residual == null ? null : (Long) residual.value()),
                residual == null ? Door.NO_NOTE : range(residual.low(), residual.high()),
                List.of(Text.of("value.how.residual", Shown.share(found.run().discountRate()))),
                "lifetime-value");
    }

    private Door door(String name, Text shown, Text note, List<Text> how, String definition) {
        Text period = Text.of("value.period", found.value().asOf());
        return new Door(Text.of(name), shown, note, period, how, definition, null, null);
    }

    private static Text number(@Nullable Double number) {
        return number == null ? Door.UNKNOWN : Text.of("value.number", Math.round(number * TENTHS) / TENTHS);
    }

    private static Text range(Text low, Text high) {
        return low.equals(Door.UNKNOWN)
                ? Door.NO_NOTE
                : low.equals(high) ? Text.of("value.range.one", low) : Text.of("value.range", low, high);
    }

    /// Amounts are shown in whole units: ends that look alike are one.
    private static Text range(@Nullable Long low, @Nullable Long high) {
        return range(Shown.money(whole(low)), Shown.money(whole(high)));
    }

    private static @Nullable Long whole(@Nullable Long amount) {
        return amount == null ? null : (Long) (Math.round(amount / UNIT) * (long) UNIT);
    }
}
