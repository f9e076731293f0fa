package mainstay.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Why somebody should look after the backups.
///
/// @param kind     what is wrong
/// @param lastGood when the latest good one was made; null where there is none
/// @param failed   the latest, where it failed
public record BackupWorry(
        Kind kind, @Nullable Instant lastGood, @Nullable BackupRun failed) {

    static final Duration LONGEST = Duration.ofDays(2);

    /// What is wrong.
    public enum Kind {
        FAILED,
        OLD,
        NONE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// A failure that a good one followed is none; a new installation has two days for its first.
    static Optional<BackupWorry> of(Optional<BackupRun> good, Optional<BackupRun> last, Instant since, Instant now) {
        Instant at = good.map(BackupRun::ended).orElse(null);
        Optional<BackupRun> failed = last.filter(run -> !run.succeeded());
        if (failed.isPresent()) {
            return Optional.of(new BackupWorry(Kind.FAILED, at, failed.get()));
        }
        Instant latest = at == null ? since : at;
        return Duration.between(latest, now).compareTo(LONGEST) <= 0
                ? Optional.empty()
                : Optional.of(new BackupWorry(at == null ? Kind.NONE : Kind.OLD, at, null));
    }
}
