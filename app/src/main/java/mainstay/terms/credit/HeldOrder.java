package mainstay.terms.credit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order that was held, and how far somebody has come with it. Amounts in ten-thousandths.
///
/// @param order    its number; null: the asker named none
/// @param asked    what it was to take of the credit
/// @param exposure what stood against the limit then
/// @param missing  what had to be paid ahead
/// @param paid     noted as paid ahead since
/// @param state    `open`, `asked`, `released`, `refused` or `closed`
/// @param note     of the last step
public record HeldOrder(
        long id,
        String account,
        String name,
        long accountId,
        @Nullable String order,
        long amount,
        long asked,
        @Nullable Long limit,
        @Nullable Long exposure,
        @Nullable String holder,
        long missing,
        long paid,
        String state,
        @Nullable String note,
        @Nullable String author,
        Instant since) {

    /// How far above the limit it would have gone, with all that stood against it already. Less may have to be
    /// paid ahead: the order itself is all that can be held back.
    public long excess() {
        return limit == null || exposure == null ? missing : Math.max(missing, exposure + asked - limit);
    }

    public boolean isOpen() {
        return state.equals("open") || state.equals("refused");
    }

    /// Whether what was paid ahead is enough: asked about again, the order goes.
    public boolean isPaidEnough() {
        return paid - (amount - asked) >= missing;
    }
}
