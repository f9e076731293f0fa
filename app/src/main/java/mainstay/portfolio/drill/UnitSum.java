package mainstay.portfolio.drill;

import mainstay.shared.web.Text;

/// What of a slice is in one unit.
///
/// @param unit   empty: the lines state none
/// @param amount in ten-thousandths
public record UnitSum(String unit, long amount, long lines) {

    Text shown() {
        return unit.isEmpty()
                ? Text.of("units.part.none", Quantity.shown(amount, ""), lines)
                : Text.of("units.part", Quantity.shown(amount, unit), lines);
    }
}
