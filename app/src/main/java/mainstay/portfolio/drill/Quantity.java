package mainstay.portfolio.drill;

import mainstay.shared.Money;
import mainstay.shared.web.Door;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// How much was sold, in one unit. Pieces and kilograms have no sum.
///
/// @param amount in ten-thousandths; null where nobody knows, and where the lines are in several units
/// @param unit   empty where the lines state none
/// @param mixed  whether the lines are in several units
public record Quantity(@Nullable Long amount, String unit, boolean mixed) {

    static final Quantity NONE = new Quantity(null, "", false);

    static Quantity of(@Nullable Long amount, @Nullable String unit, boolean mixed) {
        return mixed ? new Quantity(null, "", true) : new Quantity(amount, unit == null ? "" : unit, false);
    }

    public Text shown() {
        if (mixed) {
            return Text.of("units.mixed");
        }
        return amount == null ? Door.UNKNOWN : shown(amount, unit);
    }

    /// Without a sum where the other one is in another unit.
    @Nullable
    Long comparableWith(Quantity other) {
        return unit.equals(other.unit) ? amount : null;
    }

    static Text shown(long amount, String unit) {
        Number decimal = new Money(amount).toDecimal();
        return unit.isEmpty() ? Text.of("door.quantity", decimal) : Text.of("units.quantity", decimal, unit);
    }
}
