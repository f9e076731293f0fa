package mainstay.portfolio.value;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an account is worth, in JSON; money in whole units of the currency, unknown as null.
///
/// @param method    `model`, `rhythm` (its own gaps), `closed` or `none`
/// @param basis     `margin`, or `sales` where no cost is known
/// @param moneyAtRisk margin of twelve months if it stays, times the probability that it has left; of one
/// that is probably gone the same is lost
/// @param signs     of leaving: `late`, `silent`, `falling`, `narrowing`, `fading`
/// @param history   of earlier runs, the oldest first
record AccountValueJson(
        String code,
        String name,
        @Nullable LocalDate asOf,
        String currency,
        String method,
        @Nullable String basis,
        ValuedRange probabilityAlive,
        ValuedRange expectedPurchases,
        ValuedRange expectedMargin,
        ValuedRange value,
        ValuedRange residualValue,
        @Nullable BigDecimal expectedSpend,
        @Nullable BigDecimal moneyAtRisk,
        boolean probablyGone,
        @Nullable BigDecimal lostMargin,
        List<String> signs,
        @Nullable Rhythm rhythm,
        @Nullable Explanation explanation,
        List<Earlier> history) {

    record Rhythm(
            @Nullable Integer daysSinceLastPurchase,
            @Nullable Double lateAfter,
            @Nullable Double silentAfter,
            @Nullable String state) {}

    /// @param model   null where none is used for this account
    /// @param inputs  by symbol
    /// @param caveats codes
    record Explanation(
            @Nullable String model,
            String reason,
            String unit,
            int months,
            double discountRate,
            String sentence,
            Map<String, Double> inputs,
            List<String> caveats) {}

    record Earlier(
            LocalDate asOf,
            @Nullable BigDecimal value,
            @Nullable Double probabilityAlive) {}
}
