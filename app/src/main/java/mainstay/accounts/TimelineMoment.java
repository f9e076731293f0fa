package mainstay.accounts;

import java.time.DateTimeException;
import java.time.Instant;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;

/// The moment from which on a timeline is asked for.
final class TimelineMoment {

    private TimelineMoment() {}

    /// @return null where none is written
    static @Nullable Instant of(String written) {
        try {
            return written.isBlank() ? null : Instant.parse(written.strip());
        } catch (DateTimeException unreadable) {
            throw new Problem.Invalid("timeline.badMoment", written);
        }
    }
}
