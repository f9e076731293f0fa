package mainstay.portfolio.value;

import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// An account with signs of leaving, and what would be lost with it.
///
/// @param gapsAsLong earlier gaps at least as long as the present one
/// @param longestGap the longest of the earlier ones, in days
/// @param repeats    days with a purchase after the first one
/// @param gone       whether it is probably gone
public record RiskRow(
        String code,
        String name,
        @Nullable Integer gapDays,
        @Nullable Double lateAfter,
        @Nullable String rhythm,
        @Nullable Integer purchasesBefore,
        @Nullable Integer purchasesAfter,
        @Nullable Double rateRatio,
        @Nullable Double rateP,
        @Nullable Integer categoriesLost,
        @Nullable Double lostShare,
        @Nullable Double alive,
        @Nullable Double aliveBefore,
        boolean falling,
        boolean narrowing,
        boolean fading,
        @Nullable Long margin,
        @Nullable Long atRisk,
        String method,
        @Nullable Integer gapsAsLong,
        @Nullable Integer longestGap,
        int repeats,
        boolean gone) {
    private static final double FAR = 0.25;

    public Text chance() {
        return chance(alive);
    }

    Text chance(@Nullable Double probability) {
        return Chance.of(probability, method, repeats);
    }

    /// Whether its own earlier gaps say how likely it is to come back.
    boolean isJudgedByGaps() {
        return isLate() && method.equals("rhythm") && gapsAsLong != null && longestGap != null;
    }

    /// Whether it came back from a gap as long as the present one.
    boolean hasBeenAsLong() {
        return gapsAsLong != null && gapsAsLong > 0;
    }

    /// Whether the probability that it is still a customer fell by so much that more than the usual ups and downs
    /// are behind it.
    boolean fellFar() {
        return alive != null && aliveBefore != null && aliveBefore - alive >= FAR;
    }

    public boolean isLate() {
        return "late".equals(rhythm) || "silent".equals(rhythm);
    }

    /// On how many days it bought, where these are too few for its figures to be known well.
    public @Nullable Integer fewDays() {
        return ShortHistory.is(method, repeats) ? (Integer) (repeats + 1) : null;
    }

    /// The most whole days without a purchase that are still usual.
    public @Nullable Integer usualDays() {
        return lateAfter == null ? null : (int) Math.floor(lateAfter);
    }
}
