package mainstay.portfolio;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The place of one account (or controlling root) among all, over the twelve months up to a day.
/// Money has four decimals; what is unknown is null.
///
/// @param previousRevenue of the twelve months before; null where the ledger does not reach back that far
/// @param profit of the lines whose cost is known, less cost to serve
/// @param products how many different ones were bought; null where lines name no product
/// @param floorLines lines with a floor price, of which `belowFloor` were sold for less
/// @param cumulative share of all accounts down to and including this one
/// @param lateAfter days without a purchase after which the account is late in its own rhythm
/// @param rhythm `onTime`, `late` or `silent`
/// @param fallenDue receivables that fell due in the twelve months, of which `onTime` was paid by then
/// @param daysLate days after the due day, weighted by amount
/// @param openAmount receivables not paid on the day; null without any receivables
public record Standing(
        String scope,
        long accountId,
        LocalDate asOf,
        long revenue,
        @Nullable Long previousRevenue,
        long grossRevenue,
        long knownRevenue,
        @Nullable Long profit,
        long lines,
        long orders,
        @Nullable Integer products,
        long floorLines,
        long belowFloor,
        int rank,
        @Nullable Double share,
        @Nullable Double cumulative,
        @Nullable LocalDate lastPurchase,
        @Nullable Integer gapDays,
        @Nullable Double lateAfter,
        @Nullable Double silentAfter,
        @Nullable String rhythm,
        @Nullable Long fallenDue,
        @Nullable Long onTime,
        @Nullable Double daysLate,
        @Nullable Long openAmount,
        @Nullable Long overdue,
        @Nullable Long creditLimit) {

    public static final String ACCOUNT = "account";
    public static final String GROUP = "group";

    /// Growth of the twelve months on the twelve before; unknown without sales to compare with.
    public @Nullable Double growth() {
        return previousRevenue == null || previousRevenue <= 0
                ? null
                : (double) (revenue - previousRevenue) / previousRevenue;
    }

    public @Nullable Double margin() {
        return profit == null || knownRevenue <= 0 ? null : (double) profit / knownRevenue;
    }

    /// Part of the gross revenue that came back.
    public @Nullable Double returnsShare() {
        return grossRevenue <= 0 ? null : Math.max(0, (double) (grossRevenue - revenue) / grossRevenue);
    }

    public @Nullable Double belowFloorShare() {
        return floorLines == 0 ? null : (double) belowFloor / floorLines;
    }

    public @Nullable Double onTimeShare() {
        return fallenDue == null || onTime == null || fallenDue <= 0 ? null : (double) onTime / fallenDue;
    }

    public @Nullable Double overdueShare() {
        if (openAmount == null || overdue == null) {
            return null;
        }
        return openAmount <= 0 ? 0.0 : Math.clamp((double) overdue / openAmount, 0.0, 1.0);
    }

    public @Nullable Double limitUse() {
        return openAmount == null || creditLimit == null || creditLimit == 0 ? null : (double) openAmount / creditLimit;
    }
}
