package mainstay.shared.web;

import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;

/// Figures as texts; what is unknown is a dash and never zero.
public final class Shown {

    private Shown() {}

    /// @param amount in ten-thousandths
    public static Text money(@Nullable Long amount) {
        return amount == null ? Door.UNKNOWN : Text.of("door.whole", new Money(amount).toDecimal());
    }

    /// @param quantity in ten-thousandths
    public static Text quantity(@Nullable Long quantity) {
        return quantity == null ? Door.UNKNOWN : Text.of("door.quantity", new Money(quantity).toDecimal());
    }

    public static Text count(@Nullable Number count) {
        return count == null ? Door.UNKNOWN : Text.of("door.whole", count);
    }

    public static Text share(@Nullable Double fraction) {
        return fraction == null || fraction.isNaN() ? Door.UNKNOWN : Text.of("door.share", fraction);
    }
}
