package mainstay.portfolio;

import org.jspecify.annotations.Nullable;

/// What one account, or the root of a group, did in a period. Money has four decimals.
///
/// @param lines rows of the view asked for
/// @param revenue of the view asked for
/// @param knownRevenue revenue of the lines whose cost is known
/// @param profit of the lines whose cost is known, less rebates and cost to serve; null where no cost is known
/// @param served rebates and cost to serve that the profit bears
public record AccountTotal(
        long account,
        String code,
        String name,
        long lines,
        long orders,
        long revenue,
        long grossRevenue,
        long knownRevenue,
        @Nullable Long profit,
        Served served) {

    /// An account without a row in the period.
    static AccountTotal none(long account) {
        return new AccountTotal(account, "", "", 0, 0, 0, 0, 0, null, Served.NOTHING);
    }

    AccountTotal lessCost(Served cost) {
        return profit == null || cost.equals(Served.NOTHING)
                ? this
                : new AccountTotal(
                        account,
                        code,
                        name,
                        lines,
                        orders,
                        revenue,
                        grossRevenue,
                        knownRevenue,
                        profit - cost.sum(),
                        served.plus(cost));
    }

    /// Cost to serve that the profit bears.
    public long toServe() {
        return served.toServe();
    }

    /// Profit on the goods alone.
    public long goodsProfit() {
        return profit == null ? 0 : profit + served.sum();
    }

    /// Profit on the goods, rebates taken off: what serving is held against.
    public long earned() {
        return profit == null ? 0 : profit + toServe();
    }

    /// What the goods cost, of the lines whose cost is known.
    public long goodsCost() {
        return profit == null ? 0 : knownRevenue - goodsProfit();
    }
}
