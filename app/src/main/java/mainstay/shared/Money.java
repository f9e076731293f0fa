package mainstay.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/// An exact amount, kept as a whole number of ten-thousandths of a currency unit, as the database keeps it.
public record Money(long tenThousandths) {

    public static final int DECIMALS = 4;
    private static final long UNIT = 10_000;

    public static Money of(BigDecimal amount) {
        return new Money(
                amount.setScale(DECIMALS, RoundingMode.HALF_UP).unscaledValue().longValueExact());
    }

    public static Money of(String amount) {
        return of(new BigDecimal(amount));
    }

    /// The plain decimal of a stored amount without trailing zeros; unknown stays unknown.
    public static @Nullable BigDecimal decimal(@Nullable Long tenThousandths) {
        return tenThousandths == null ? null : new Money(tenThousandths).toDecimal();
    }

    /// Whole units, half up as people round.
    public long toUnits() {
        long rest = tenThousandths % UNIT;
        return tenThousandths / UNIT + (2 * Math.abs(rest) >= UNIT ? Long.signum(rest) : 0);
    }

    public BigDecimal toDecimal() {
        BigDecimal stripped = BigDecimal.valueOf(tenThousandths, DECIMALS).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
