package mainstay.dossier.personal;

import java.time.LocalDate;

/// How much was deleted on one day.
public record DeletedValues(LocalDate day, String cause, String field, int count) {

    public String causeKey() {
        return "privacy.cause." + cause;
    }

    public String fieldKey() {
        return "personal.field." + field;
    }
}
