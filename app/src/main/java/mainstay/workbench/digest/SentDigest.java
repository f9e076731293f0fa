package mainstay.workbench.digest;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What became of a mail.
///
/// @param state `sending`, `sent`, `nothing` (the list was empty) or `failed`
public record SentDigest(
        LocalDate day,
        String state,
        int attempts,
        int entries,
        @Nullable String failure,
        Instant at) {

    public String key() {
        return "digest.state." + state;
    }
}
