package mainstay.terms.rebate;

import java.math.BigDecimal;
import mainstay.shared.Money;

/// From a threshold on, a rate.
///
/// @param threshold money for revenue, else a fraction
/// @param rate      a fraction, at most 1
public record LadderStep(BigDecimal threshold, BigDecimal rate) {

    public LadderStep {
        if (threshold.signum() < 0 || rate.signum() < 0 || rate.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException(threshold + " -> " + rate + ", not from 0 on, at a rate from 0 to 1");
        }
    }

    /// The threshold in ten-thousandths, where it is money.
    public long money() {
        return Money.of(threshold).tenThousandths();
    }
}
