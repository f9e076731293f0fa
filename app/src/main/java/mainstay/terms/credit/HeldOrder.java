package mainstay.terms.credit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An order that was held, and how far somebody has come with it. Amounts in ten-thousandths.
///
/// @param order    its number; null: the asker named none
/// @param asked    what of it was to go on credit: without what was known to be paid ahead then
/// @param limit    that it went beyond; null: the reader may not know it
/// @param exposure what stood against the limit then; null likewise
/// @param holder   name and code of whoever holds the limit; null: the account itself
/// @param missing  what had to be paid ahead besides
/// @param paid     noted as paid ahead, before or since
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

    /// The same for the whole order, whatever of it is paid ahead: what is paid is told besides.
    public long tooMuch() {
        return excess() + amount - asked;
    }

    /// What of it would go on credit now, with all that was paid ahead since taken off.
    public long onCredit() {
        return amount - prepaid();
    }

    /// How far above the limit it would go now.
    public long stillTooMuch() {
        return Math.max(lacking(), tooMuch() - prepaid());
    }

    /// What stood above the limit before this order came.
    public long before() {
        return limit == null || exposure == null ? 0 : Math.max(0, exposure - limit);
    }

    /// What is known to be paid ahead, by the question or by notes, as far as the order goes.
    public long prepaid() {
        return Math.min(amount, Math.max(amount - asked, paid));
    }

    /// What has to be paid ahead still, besides what is.
    public long lacking() {
        return Math.max(0, missing - (prepaid() - (amount - asked)));
    }

    public boolean isOpen() {
        return state.equals("open") || state.equals("refused");
    }

    /// Whether what was paid ahead is enough: asked about again, the order goes.
    public boolean isPaidEnough() {
        return lacking() == 0;
    }
}
