package mainstay.terms.rebate;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something paid out of a rebate, or taken back from it.
///
/// @param kind    `payout` or `clawBack`
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
