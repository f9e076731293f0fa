package mainstay.terms.rebate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a ladder turns what was bought into a rebate. All amounts are in ten-thousandths of the currency; a rebate is
/// rounded to the hundredth, half up. What is unknown stays unknown, and nobody earns on less than nothing.
///
/// @param steps with ascending thresholds
public record LadderRule(Basis basis, Spread spread, List<LadderStep> steps) {

    private static final BigDecimal UNIT = BigDecimal.valueOf(10_000);
    private static final int CENTS = -2;

    public LadderRule {
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).threshold().compareTo(steps.get(i - 1).threshold()) <= 0) {
                throw new IllegalArgumentException("steps do not ascend: " + steps);
            }
        }
        steps = List.copyOf(steps);
    }

    /// @param measured  what the steps are held against
    /// @param reference growth: the year before; mix: revenue of all categories; not asked for with revenue
    public @Nullable Long earned(@Nullable Long measured, @Nullable Long reference) {
        if (measured == null || (basis != Basis.REVENUE && reference == null)) {
            return null;
        }
        if (measured <= 0 || (basis == Basis.MIX && reference != null && reference <= 0)) {
            return 0L;
        }
        BigDecimal sold = BigDecimal.valueOf(measured);
        BigDecimal earned = spread == Spread.WHOLE ? onTheWhole(sold, reference) : above(sold, reference);
        return earned.setScale(CENTS, RoundingMode.HALF_UP).longValueExact();
    }

    private BigDecimal onTheWhole(BigDecimal sold, @Nullable Long reference) {
        BigDecimal rate = BigDecimal.ZERO;
        for (LadderStep step : steps) {
            if (sold.compareTo(amount(step, reference)) >= 0) {
                rate = step.rate();
            }
        }
        return sold.multiply(rate);
    }

    private BigDecimal above(BigDecimal sold, @Nullable Long reference) {
        BigDecimal earned = BigDecimal.ZERO;
        for (int i = 0; i < steps.size(); i++) {
            BigDecimal from = amount(steps.get(i), reference);
            BigDecimal to = i + 1 < steps.size() ? sold.min(amount(steps.get(i + 1), reference)) : sold;
            if (to.compareTo(from) > 0) {
                earned = earned.add(to.subtract(from).multiply(steps.get(i).rate()));
            }
        }
        return earned;
    }

    /// The money at which a step begins.
    BigDecimal amount(LadderStep step, @Nullable Long reference) {
        BigDecimal known = BigDecimal.valueOf(reference == null ? 0 : reference);
        return switch (basis) {
            case REVENUE -> step.threshold().multiply(UNIT);
            case GROWTH -> known.multiply(step.threshold().add(BigDecimal.ONE));
            case MIX -> known.multiply(step.threshold());
        };
    }
}
