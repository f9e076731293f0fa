package mainstay.terms.rebate;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something paid out of a rebate, taken back from it, or come back of what was paid out and not earned.
///
/// @param kind    `payout`, `clawBack` or `repaid`
/// @param amount  in ten-thousandths
/// @param finding for which it is taken back
public record Booking(
        long id,
        long accountId,
        long ladderId,
        LocalDate periodFrom,
        String kind,
        long amount,
        @Nullable Long finding,
        String reason,
        String askedBy,
        Instant askedAt,
        @Nullable Instant grantedAt,
        @Nullable Instant refusedAt) {

    static final String PAYOUT = "payout";
    static final String CLAW_BACK = "clawBack";
    static final String REPAID = "repaid";

    /// `asked`, `granted` or `refused`.
    public String state() {
        return refusedAt != null ? "refused" : grantedAt != null ? "granted" : "asked";
    }

    public String tone() {
        return switch (state()) {
            case "granted" -> "tag-good";
            case "refused" -> "tag-muted";
            default -> "tag-warn";
        };
    }
}
