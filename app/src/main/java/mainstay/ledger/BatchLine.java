package mainstay.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An import as the list of imports shows it.
///
/// @param amount in ten-thousandths; null where the kind has none
public record BatchLine(
        long id,
        String kind,
        String status,
        String fileName,
        String byUser,
        Instant startedAt,
        long rows,
        long accepted,
        long rejected,
        long known,
        long unattributed,
        @Nullable Long amount,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public String path() {
        return "/imports/" + id;
    }

    public boolean isRunning() {
        return status.equals("running");
    }

    /// Only tried: nothing of it is in the ledger.
    public boolean isRehearsed() {
        return status.equals("rehearsed");
    }

    public boolean isInLedger() {
        return status.equals("done");
    }

    /// Every row was bad and left out.
    public boolean tookNothing() {
        return isInLedger() && accepted == 0 && rejected > 0;
    }

    /// How the status is coloured.
    public String tag() {
        return switch (status) {
            case "done" -> rejected > 0 ? "tag-warn" : "tag-good";
            case "refused", "failed" -> "tag-bad";
            default -> "tag-muted";
        };
    }
}
