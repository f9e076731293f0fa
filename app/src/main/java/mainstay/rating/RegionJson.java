package mainstay.rating;

import java.math.BigDecimal;
import mainstay.shared.Money;
import org.jspecify.annotations.Nullable;

/// A region as programs read it.
record RegionJson(
        String region,
        @Nullable Integer accounts,
        @Nullable BigDecimal revenue,
        int key,
        int provisional,
        int nearMiss,
        int potential) {

    static RegionJson of(RegionSummary summary) {
        return new RegionJson(
                summary.region(),
                summary.accounts(),
                Money.decimal(summary.revenue()),
                summary.key(),
                summary.provisional(),
                summary.nearMiss(),
                summary.potential());
    }
}
