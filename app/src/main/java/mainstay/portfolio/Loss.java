package mainstay.portfolio;

import java.util.Objects;

/// An account that loses money, and why: what comes back, what the goods earn, what serving takes. Rebates are part of
/// the price: what the goods earn is less by them.
///
/// @param usual sales of the middle account in the same period
public record Loss(AccountTotal total, long usual) {
    /// Returns above this part of what was sold cost more than any price brings back.
    private static final double MUCH_RETURNED = 0.10;

    /// An account below this part of the middle one is small.
    private static final double SMALL = 0.5;

    /// Nobody accepts prices that rise by more than this at once.
    private static final double STEEP = 0.15;

    /// Orders can be expected to grow to at most so many times their size.
    private static final double LARGER = 2;

    /// A first idea from the figures; a person decides.
    public Remedy remedy() {
        if (total.grossRevenue() <= 0) {
            return Remedy.REPLACE;
        }
        if (returned() > MUCH_RETURNED) {
            return Remedy.RETURN_TERMS;
        }
        if (total.earned() <= 0) {
            return isSmall() && priceRise() > STEEP ? Remedy.REPLACE : Remedy.REPRICE;
        }
        if (losesByWaiting()) {
            return Remedy.PREPAY;
        }
        if (servingToEarning() <= LARGER) {
            return Remedy.ORDER_MINIMUM;
        }
        return isSmall() ? Remedy.REPLACE : Remedy.CHANGE_SERVICE;
    }

    /// What following the verdict would bring: paying at once saves all of the waiting, the others break even.
    public long effect() {
        return remedy() == Remedy.PREPAY ? total.served().capital() : amount();
    }

    public long amount() {
        return -Objects.requireNonNull(total.profit());
    }

    /// Part of what was sold that came back.
    public double returned() {
        return total.grossRevenue() <= 0 ? 0 : 1 - (double) total.revenue() / total.grossRevenue();
    }

    /// By how much prices would have to rise to cover the loss.
    public double priceRise() {
        return total.revenue() <= 0 ? Double.POSITIVE_INFINITY : (double) amount() / total.revenue();
    }

    /// How many times serving takes what the goods earn; orders so many times larger would break even.
    public double servingToEarning() {
        return total.earned() <= 0 ? Double.POSITIVE_INFINITY : (double) total.toServe() / total.earned();
    }

    public long usualOrder() {
        return total.orders() == 0 ? 0 : total.revenue() / total.orders();
    }

    public long evenOrder() {
        double size = usualOrder() * servingToEarning();
        return Double.isFinite(size) ? Math.round(size) : 0;
    }

    /// Whether the goods pay for the work, and only waiting for the money makes the loss.
    private boolean losesByWaiting() {
        return total.served().capital() > 0 && total.earned() >= total.served().work();
    }

    private boolean isSmall() {
        return total.revenue() < SMALL * usual;
    }
}
