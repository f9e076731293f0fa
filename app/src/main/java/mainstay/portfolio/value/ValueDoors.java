package mainstay.portfolio.value;

import java.util.List;
import mainstay.shared.web.Door;
import mainstay.shared.web.Shown;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// The figures of an account's value, each with how it came about.
record ValueDoors(ValueReader.Found found) {

    List<Door> all() {
        AccountValue value = found.value();
        Text method = Text.of("value.comesFrom", Text.of("value.method." + value.method()));
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
                        "value.margin",
                        Shown.money(value.margin()),
                        range(Shown.money(value.marginLow()), Shown.money(value.marginHigh())),
                        List.of(Text.of("value.how.accountMargin", number(value.expected())), each, basis),
                        "expected-spend"),
                door(
                        "value.value",
                        Shown.money(value.value()),
                        range(Shown.money(value.valueLow()), Shown.money(value.valueHigh())),
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
                residual == null ? Door.NO_NOTE : range(Shown.money(residual.low()), Shown.money(residual.high())),
                List.of(Text.of("value.how.residual", Shown.share(found.run().discountRate()))),
                "lifetime-value");
    }

    private Door door(String name, Text shown, Text note, List<Text> how, String definition) {
        Text period = Text.of("value.period", found.value().asOf());
        return new Door(Text.of(name), shown, note, period, how, definition, null, null);
    }

    private static Text number(@Nullable Double number) {
        return number == null ? Door.UNKNOWN : Text.of("value.number", number);
    }

    private static Text range(Text low, Text high) {
        return low.equals(Door.UNKNOWN) ? Door.NO_NOTE : Text.of("value.range", low, high);
    }
}
