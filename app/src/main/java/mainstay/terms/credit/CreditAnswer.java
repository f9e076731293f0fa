package mainstay.terms.credit;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The answer to a question about credit; money in whole units of the firm's currency, unknown and not set as
/// null.
///
/// @param decision      allowed, warn or hold
/// @param limitHolder   code of the account whose limit leaves the least; null where none is set
/// @param limitSource   agreed or tier
/// @param exposure      what stands against that limit without this question
/// @param headRoom      limit less exposure, without this question
/// @param prepaid       what is known to be paid ahead, all in all
/// @param prepayment    what has to be paid ahead besides for an order to be allowed; nought where nothing. Null for a
///                      quote about a limit that the asker does not see, which a large one would tell
/// @param unknownItems  invoices and order lines without an amount: they are in no sum
/// @param reservedUntil until when an allowed order is kept in mind; null: it is not
record CreditAnswer(
        String account,
        String stage,
        BigDecimal amount,
        BigDecimal prepaid,
        @Nullable String order,
        String currency,
        String decision,
        String reason,
        @Nullable String limitHolder,
        @Nullable String limitSource,
        @Nullable BigDecimal limit,
        @Nullable BigDecimal exposure,
        @Nullable BigDecimal headRoom,
        @Nullable Components components,
        @Nullable Integer unknownItems,
        @Nullable BigDecimal prepayment,
        @Nullable Instant reservedUntil,
        Instant checkedAt) {

    /// What the exposure is made of; null: the firm does not count it.
    record Components(
            @Nullable BigDecimal receivables,
            @Nullable BigDecimal orders,
            @Nullable BigDecimal undelivered,
            BigDecimal reserved) {}
}
