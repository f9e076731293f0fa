package mainstay.dossier.personal;

import java.time.Instant;
import java.time.LocalDate;

/// That a person asked for something.
///
/// @param kind `see` or `erase`
/// @param way  how the request came
public record SubjectRequest(
        long id, long personId, String kind, LocalDate askedOn, String way, String openedBy, Instant openedAt) {

    public String kindKey() {
        return "privacy.kind." + kind;
    }
}
