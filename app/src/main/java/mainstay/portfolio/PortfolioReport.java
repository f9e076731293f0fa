package mainstay.portfolio;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Concentration and profit of a period. Shares are fractions; what is undefined is null.
///
/// @param unknownLines rows in another currency without a rate: in no sum, counted here
public record PortfolioReport(
        @Nullable LocalDate asOf,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        String currency,
        long lines,
        BigDecimal revenue,
        BigDecimal unattributedRevenue,
        BigDecimal returns,
        long unknownLines,
        int accounts,
        @Nullable Double topFifthShare,
        @Nullable Integer accountsForEighty,
        @Nullable Double gini,
        @Nullable Double hhi,
        @Nullable Double cr4,
        @Nullable Double cr10,
        Whale whale,
        List<Top> top) {

    /// The whale curve over the accounts whose cost is known.
    public record Whale(
            @Nullable Double peak,
            @Nullable Double erosion,
            @Nullable Integer unprofitableAccounts,
            @Nullable Double unprofitableShare,
            @Nullable Double bottomFortyProfitShare,
            @Nullable Double knownCostShare) {}

    public record Top(
            String code,
            String name,
            BigDecimal revenue,
            @Nullable Double share,
            @Nullable BigDecimal profit) {}
}
