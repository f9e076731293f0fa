package mainstay.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A file of the watched folder, or the want of one.
///
/// @param reason why it waits: `unknownFolder`, `stuck` or `takenAndStuck`
/// @param night null where somebody asked for the look
public record InboxEntry(
        long id,
        @Nullable LocalDate night,
        Instant at,
        String folder,
        String fileName,
        InboxOutcome outcome,
        @Nullable String reason,
        @Nullable Long batch) {

    public String place() {
        return folder.isEmpty() ? fileName : fileName.isEmpty() ? folder : folder + "/" + fileName;
    }

    public String link() {
        return batch == null ? "/imports/inbox" : "/imports/" + batch;
    }
}
