package mainstay.portfolio.value;

import java.math.BigDecimal;
import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;

/// A number with the interval that covers it with 95 % confidence; both ends null where there is none.
record ValuedRange(
        @Nullable BigDecimal value,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {

    static ValuedRange ofMoney(@Nullable Long value, @Nullable Long low, @Nullable Long high) {
        return new ValuedRange(Money.decimal(value), Money.decimal(low), Money.decimal(high));
    }

    static ValuedRange ofNumber(@Nullable Double value, @Nullable Double low, @Nullable Double high) {
        return new ValuedRange(decimal(value), decimal(low), decimal(high));
    }

    private static @Nullable BigDecimal decimal(@Nullable Double number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
