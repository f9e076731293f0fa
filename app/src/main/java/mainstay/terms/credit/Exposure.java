package mainstay.terms.credit;

import org.jspecify.annotations.Nullable;

/// What stands against a limit, in ten-thousandths.
///
/// @param receivables open, with tax; null: the firm does not count them
/// @param orders      of which nothing was delivered; null: not counted
/// @param undelivered rest of orders delivered in part; null: not counted
/// @param reserved    orders that were allowed and are not in the ledger yet
/// @param unknown     items whose amount nobody knows: they are in no sum
public record Exposure(
        @Nullable Long receivables,
        @Nullable Long orders,
        @Nullable Long undelivered,
        long reserved,
        int unknown) {

    public long total() {
        return orNought(receivables) + orNought(orders) + orNought(undelivered) + reserved;
    }

    private static long orNought(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }
}
