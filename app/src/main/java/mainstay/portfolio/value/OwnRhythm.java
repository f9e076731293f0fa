package mainstay.portfolio.value;

import java.util.List;
import mainstay.analytics.btyd.Interval;
import mainstay.analytics.btyd.Scale;
import mainstay.analytics.purchase.TimeUnit;
import mainstay.analytics.value.Discount;

/// What an account's own gaps say of its future, for the few and large that no model of many small buyers suits.
///
/// After each purchase it leaves with probability q = 1 / (n + 2), n being its finished gaps (rule of
/// succession).
/// A silence as long as the present one is seen with probability S = (k + ½) / (n + 1), k being the gaps at
/// least as
/// long. So it is still a customer with probability (1 − q)·S / ((1 − q)·S + q), buys at rate λ = n / (last −
/// first),
/// and leaves at rate μ = q·λ.
///
/// @param gaps   n, at least [#FEWEST]
/// @param longer k, from 0 to n
/// @param span   days from the first to the last purchase
record OwnRhythm(int gaps, int longer, int span) {
    static final int FEWEST = 3;

    private static final double YEAR = 365.25;

    /// @param days since 1970-01-01, in order
    static OwnRhythm of(List<Integer> days, int silence) {
        int longer = 0;
        for (int i = 1; i < days.size(); i++) {
            longer += days.get(i) - days.get(i - 1) >= silence ? 1 : 0;
        }
        return new OwnRhythm(days.size() - 1, longer, days.getLast() - days.getFirst());
    }

    double leaves() {
        return 1.0 / (gaps + 2);
    }

    double alive() {
        double stays = (1 - leaves()) * (longer + 0.5) / (gaps + 1);
        return stays / (stays + leaves());
    }

    /// Purchases a day.
    double rate() {
        return (double) gaps / span;
    }

    /// Purchases within some days, if it is still a customer.
    double purchasesIfAlive(double days) {
        double leaving = leaves() * rate();
        return -Math.expm1(-leaving * days) / leaves();
    }

    double purchasesOfYearIfAlive() {
        return purchasesIfAlive(YEAR);
    }

    /// Purchases within some days, each worth less the later it comes, if it is still a customer.
    double discountedIfAlive(double days, Discount discount) {
        double rate = leaves() * rate() + discount.continuous(TimeUnit.DAY);
        return rate() / rate * -Math.expm1(-rate * days);
    }

    /// All purchases to come, discounted, if it is still a customer.
    double residualIfAlive(Discount discount) {
        return rate() / (leaves() * rate() + discount.continuous(TimeUnit.DAY));
    }

    /// How unsure the rate is, on the logarithmic scale: n events of a Poisson process.
    double error() {
        return 1 / Math.sqrt(gaps);
    }

    Interval purchasesOfYear(double level) {
        return Interval.around(alive() * purchasesOfYearIfAlive(), error(), Scale.LOG, level);
    }
}
