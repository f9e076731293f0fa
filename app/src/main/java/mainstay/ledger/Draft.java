package mainstay.ledger;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A file that waits for its import.
///
/// @param batch the latest try to import it
public record Draft(
        long id,
        String byUser,
        Instant createdAt,
        String fileName,
        @Nullable String lookupName,
        UUID place,
        @Nullable Long replaces,
        @Nullable Long batch,
        ImportChoices choices) {

    public String path() {
        return "/imports/drafts/" + id;
    }
}
