package mainstay.rating.design;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A trial under way, done or failed.
///
/// @param edits  the state of the draft that is tried
/// @param done   steps that are done, out of `steps`
/// @param result null until it is done
public record TrialState(
        long edits,
        String status,
        int done,
        int steps,
        String startedBy,
        Instant startedAt,
        Instant beatAt,
        @Nullable TrialResult result) {

    /// A trial without a sign of life for so long has died with its process.
    static final Duration SILENCE = Duration.ofMinutes(10);

    /// For so long a trial says what publication will do, where nothing else has moved.
    static final Duration FRESH = Duration.ofHours(24);

    /// Whether what was found is still what publication would do, near enough: it is from the last day and night,
    /// and neither has the ledger come to another day nor another model into force. Corrections within the same
    /// days let it stand: where lines arrive every minute, nobody could publish otherwise.
    ///
    /// @param day      last day of the ledger, null where it is empty
    /// @param inForce version of the model in force
    boolean holds(Instant now, @Nullable LocalDate day, int inForce) {
        return result != null
                && startedAt.plus(FRESH).isAfter(now)
                && (day == null || day.equals(result.asOf()))
                && result.against() == inForce;
    }

    public boolean isRunning() {
        return status.equals("running");
    }
}
