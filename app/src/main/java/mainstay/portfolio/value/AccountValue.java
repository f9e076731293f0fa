package mainstay.portfolio.value;

import java.time.LocalDate;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// What an account is worth on a day. Money has four decimals; what is unknown is null.
///
/// @param method     `model`, `rhythm` (its own gaps), `closed` or `none`
/// @param repeats    days with a purchase after the first one
/// @param alive      probability that it is still a customer
/// @param expected   purchases in the twelve months ahead
/// @param spend      expected amount of one
/// @param spendError how unsure that is, on the logarithmic scale
/// @param marginRate what of it is earned
/// @param yearMargin earned in the twelve months before
/// @param margin     expected of the twelve months ahead
/// @param stayingMargin of the twelve months ahead if it surely stays and buys as often as it does
/// @param value      discounted margin of the months looked ahead, 0 where it is sold to at a loss
/// @param rhythm     `onTime`, `late` or `silent`
/// @param gapsAsLong finished gaps at least as long as the present one
/// @param longestGap of the finished ones, in days
/// @param fading     whether `alive` has fallen clearly since the run it is compared with
/// @param leaving    whether there is any sign that it is about to leave
/// @param gone       whether it is hardly a customer any more, or late and without a purchase for over a year
/// @param atRisk     margin of twelve months that is lost if it has left, times the probability that it has
record AccountValue(
        LocalDate asOf,
        long accountId,
        String method,
        int repeats,
        LocalDate firstPurchase,
        LocalDate lastPurchase,
        @Nullable Double alive,
        @Nullable Double aliveLow,
        @Nullable Double aliveHigh,
        @Nullable Double expected,
        @Nullable Double expectedLow,
        @Nullable Double expectedHigh,
        @Nullable Long spend,
        @Nullable Double spendError,
        @Nullable String spendSource,
        @Nullable Double marginRate,
        @Nullable String marginSource,
        @Nullable Long yearMargin,
        @Nullable Long margin,
        @Nullable Long marginLow,
        @Nullable Long marginHigh,
        @Nullable Long stayingMargin,
        @Nullable Long value,
        @Nullable Long valueLow,
        @Nullable Long valueHigh,
        @Nullable Integer gapDays,
        @Nullable Double lateAfter,
        @Nullable Double silentAfter,
        @Nullable String rhythm,
        @Nullable Integer gapsAsLong,
        @Nullable Integer longestGap,
        @Nullable Integer purchasesBefore,
        @Nullable Integer purchasesAfter,
        @Nullable Double rateRatio,
        @Nullable Double rateP,
        @Nullable Integer categoriesLost,
        @Nullable Integer categoriesGained,
        @Nullable Double lostShare,
        @Nullable Double aliveBefore,
        boolean falling,
        boolean narrowing,
        boolean fading,
        boolean leaving,
        boolean gone,
        @Nullable Long atRisk) {
    private static final int WIDE = 3;

    boolean isClosed() {
        return "closed".equals(method);
    }

    /// Whether its margin comes from older days, being negative in the last twelve months.
    boolean hidesLoss() {
        return yearMargin != null && yearMargin < 0 && value != null && value > 0;
    }

    /// Whether it is worth nothing because it is sold to at a loss.
    boolean isSoldAtLoss() {
        return value != null
                && marginRate != null
                && marginRate <= 0
                && ("ownYear".equals(marginSource) || "own".equals(marginSource))
                && !isClosed();
    }

    /// Whether it is open if it is still a customer, so that much more could come than is expected.
    boolean isOpen() {
        return margin != null
                && marginHigh != null
                && stayingMargin != null
                && marginHigh > WIDE * margin
                && stayingMargin > WIDE / 2.0 * margin;
    }

    /// In words no more exact than what is known.
    Text chance(@Nullable Double probability) {
        return Chance.of(probability, method, repeats);
    }

    boolean isLate() {
        return "late".equals(rhythm) || "silent".equals(rhythm);
    }
}
