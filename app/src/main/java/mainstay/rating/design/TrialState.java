package mainstay.rating.design;

import java.time.Duration;
import java.time.Instant;
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

    public boolean isRunning() {
        return status.equals("running");
    }
}
