package mainstay.rating.decision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An account that is proposed as a key account, or looked after as one.
///
/// @param found    what the key-account rule said when it was proposed: code of the status
/// @param status   `pending`, `granted`, `refused` or `withdrawn`
/// @param fromDay  since when it is one; null until granted
/// @param untilDay until when it was one; null while it is
public record Appointment(
        long id,
        long accountId,
        String evidence,
        String found,
        String askedBy,
        LocalDate askedOn,
        @Nullable Long approvalId,
        String status,
        @Nullable LocalDate fromDay,
        @Nullable LocalDate untilDay,
        @Nullable String endedBy,
        @Nullable String endedWhy) {

    public boolean isPending() {
        return status.equals("pending");
    }

    public boolean stands() {
        return status.equals("granted") && untilDay == null;
    }
}
