package mainstay.portfolio.value;

import org.jspecify.annotations.Nullable;

/// An account with signs of leaving, and what would be lost with it.
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
        @Nullable Long atRisk) {

    public boolean isLate() {
        return "late".equals(rhythm) || "silent".equals(rhythm);
    }

    /// The most whole days without a purchase that are still usual.
    public @Nullable Integer usualDays() {
        return lateAfter == null ? null : (int) Math.floor(lateAfter);
    }
}
