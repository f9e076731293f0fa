package mainstay.portfolio;

import org.jspecify.annotations.Nullable;

/// What one account, or the root of a group, did in a period. Money has four decimals.
///
/// @param lines rows of the view asked for
/// @param revenue of the view asked for
/// @param knownRevenue revenue of the lines whose cost is known
/// @param profit of the lines whose cost is known, less cost to serve; null where no cost is known
/// @param toServe cost to serve that the profit bears
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
        long toServe) {

    /// An account without a row in the period.
    static AccountTotal none(long account) {
        return new AccountTotal(account, "", "", 0, 0, 0, 0, 0, null, 0);
    }

    AccountTotal lessCost(long cost) {
        return profit == null || cost == 0
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
                        profit - cost,
                        toServe + cost);
    }

    /// Profit on the goods alone.
    long goodsProfit() {
        return profit == null ? 0 : profit + toServe;
    }
}
