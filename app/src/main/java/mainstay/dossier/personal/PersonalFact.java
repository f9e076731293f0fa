package mainstay.dossier.personal;

import java.time.Instant;
import java.time.LocalDate;

/// Something personal of somebody.
///
/// @param expiresOn from this day on nobody reads it
public record PersonalFact(
        long id,
        long personId,
        String field,
        String word,
        String purpose,
        String source,
        LocalDate observedOn,
        LocalDate expiresOn,
        String recordedBy,
        Instant recordedAt) {

    /// Nothing of it is said where somebody writes a fact into a log.
    @Override
    public String toString() {
        return "PersonalFact[" + id + "]";
    }
}
