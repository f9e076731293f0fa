package mainstay.terms.rebate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import mainstay.terms.rebate.Bookings.Diversion;

/// How much may be taken back for goods outside their territory.
final class ClawBack {

    private ClawBack() {}

    /// What the account would have earned less without these goods, by themselves or once those for which something was
    /// taken back are gone; and all that is taken back together is never more than all these goods have earned.
    ///
    /// @param confirmed all confirmed findings of the period, this one among them
    static long most(Rebate rebate, LadderRule rule, Diversion one, List<Diversion> confirmed) {
        long gone = gone(one, confirmed);
        long own = Math.max(
                earnedOn(rebate, rule, one.money()),
                earnedOn(rebate, rule, gone + one.money()) - earnedOn(rebate, rule, gone));
        return Math.clamp(own, 0, left(rebate, rule, one, confirmed, rebate.takenOrAsked()));
    }

    /// What all these goods have earned together and is not taken back.
    ///
    /// @param back what is taken back
    static long left(Rebate rebate, LadderRule rule, Diversion one, List<Diversion> confirmed, long back) {
        return Math.max(0, earnedOn(rebate, rule, gone(one, confirmed) + one.money()) - back);
    }

    private static long gone(Diversion one, List<Diversion> confirmed) {
        return confirmed.stream()
                .filter(other -> other.taken() && other.id() != one.id())
                .mapToLong(Diversion::money)
                .sum();
    }

    /// What some goods have earned: what would be missing without them, of a mix their part of all purchases.
    private static long earnedOn(Rebate rebate, LadderRule rule, long goods) {
        Long earned = rebate.earned();
        Long measured = rebate.measured();
        Long revenue = rebate.revenue();
        if (rebate.isVoid() || earned == null || measured == null || revenue == null || revenue <= 0) {
            return 0;
        }
        long money = Math.min(goods, revenue);
        if (rule.basis() == Basis.MIX) {
            return BigDecimal.valueOf(earned)
                    .multiply(BigDecimal.valueOf(money))
                    .divide(BigDecimal.valueOf(revenue), -2, RoundingMode.HALF_UP)
                    .longValueExact();
        }
        Long without = rule.earned(measured - money, rebate.reference());
        return without == null ? 0 : Math.clamp(earned - without, 0, earned);
    }
}
