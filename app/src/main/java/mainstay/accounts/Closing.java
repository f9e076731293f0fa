package mainstay.accounts;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody said about the end of business with an account.
///
/// @param decides  false: it is left to the files again
/// @param closedOn null: it was opened again
public record Closing(boolean decides, @Nullable LocalDate closedOn, String reason, String actor, Instant at) {

    public String key() {
        return !decides ? "keeping.leftToFiles" : closedOn == null ? "keeping.wasReopened" : "keeping.wasClosed";
    }
}
