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
/// @param openAmount own receivables not paid on the day; null without any, as for an account billed elsewhere
/// @param onTimeShare how the payer pays: the account itself, or the one that gets its invoices
/// @param receivables whether anything is known of how the payer pays
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
        @Nullable Long openAmount,
        @Nullable Long overdue,
        @Nullable Double onTimeShare,
        @Nullable Double daysLate,
        @Nullable Double overdueShare,
        @Nullable Double limitUse,
        boolean receivables) {

    public static final String ACCOUNT = "account";
    public static final String GROUP = "group";

    /// The most days without a purchase that are still usual. The account is late from the next day on, as
    /// gaps are whole days.
    public @Nullable Integer usualDays() {
        return lateAfter == null ? null : (int) Math.floor(lateAfter);
    }

    /// Whether it bought clearly less than in the year before.
    public boolean falls() {
        return previousRevenue != null && previousRevenue > 0 && 10 * revenue <= 8 * previousRevenue;
    }

    boolean isOfGroup() {
        return scope.equals(GROUP);
    }

    public boolean isLate() {
        return rhythm != null && !rhythm.equals("onTime");
    }

    /// Money at stake: the sales of the better of the two years where these are in danger, else what is overdue.
    public long atStake() {
        if (isLate() || falls()) {
            return Math.max(revenue, previousRevenue == null ? 0 : previousRevenue);
        }
        return overdue == null ? 0 : overdue;
    }

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
}
