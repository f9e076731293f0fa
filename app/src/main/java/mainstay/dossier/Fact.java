package mainstay.dossier;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What somebody observed of an account.
///
/// @param source     who or what says so
/// @param recordedBy name to sign in of who wrote it down
/// @param staleOn    from this day on it is old; null: never
/// @param current    nothing of the same field was observed later
/// @param retired    null while nobody took it back
public record Fact(
        long id,
        long fieldId,
        FactValue value,
        String source,
        LocalDate observedOn,
        Confidence confidence,
        String recordedBy,
        Instant recordedAt,
        @Nullable LocalDate staleOn,
        boolean current,
        @Nullable Retirement retired) {

    /// Why and by whom a fact was taken back.
    public record Retirement(Instant at, String by, String because) {}

    public boolean isOld(LocalDate day) {
        LocalDate stale = staleOn;
        return stale != null && !stale.isAfter(day);
    }

    /// Whether it was written down or taken back after a moment.
    boolean isNews(Instant after) {
        return recordedAt.isAfter(after) || (retired != null && retired.at().isAfter(after));
    }

    /// Whether it still counted at a moment.
    boolean holdsAt(Instant moment) {
        return retired == null || !retired.at().isBefore(moment);
    }
}
