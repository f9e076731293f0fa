package mainstay.rating.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Stars that a person sets for an account for a time.
///
/// @param endsOn    the last day
/// @param status    `pending`, `granted`, `refused` or `withdrawn`
/// @param stoppedOn the day from which on it counts no more, before its end; null where it was not stopped
public record SetStars(
        long id,
        long accountId,
        int stars,
        String reason,
        LocalDate startsOn,
        LocalDate endsOn,
        String askedBy,
        @Nullable Long approvalId,
        String status,
        @Nullable LocalDate stoppedOn,
        @Nullable String stoppedBy) {

    public boolean isPending() {
        return status.equals("pending");
    }

    /// Whether a request is about it. Where that was granted at once its number is not written down yet.
    boolean isPendingBy(long approval) {
        return isPending() && (approvalId == null || approvalId == approval);
    }

    public boolean counts(LocalDate day) {
        return status.equals("granted")
                && !day.isBefore(startsOn)
                && !day.isAfter(endsOn)
                && (stoppedOn == null || day.isBefore(stoppedOn));
    }
}
