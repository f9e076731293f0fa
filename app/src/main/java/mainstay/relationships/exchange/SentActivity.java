package mainstay.relationships.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import mainstay.activity.ActivityForm;
import mainstay.shared.Numeral;
import org.jspecify.annotations.Nullable;

/// An activity as a file tells it.
///
/// @param line       in the file; of a calendar the number of the event
/// @param cells      as they stand in the file; none for a calendar
/// @param start      moment, instead of day and time
/// @param colleagues names by which they sign in
/// @param begunBy    `us` or `them`; empty where the file does not tell
/// @param uid        by which it is known again
/// @param fault      message key of why it cannot be read; null where it can
public record SentActivity(
        long line,
        List<String> cells,
        String account,
        String kind,
        String state,
        String day,
        String time,
        String start,
        String minutes,
        String travel,
        String subject,
        String notes,
        List<String> colleagues,
        String begunBy,
        String uid,
        @Nullable String fault,
        List<Object> args) {

    ActivityForm form(List<String> meant) {
        return new ActivityForm(
                account,
                kind,
                state,
                day,
                time,
                start,
                minutes,
                travel,
                subject,
                notes,
                colleagues,
                List.of(),
                meant,
                "",
                UUID.randomUUID().toString(),
                begunBy);
    }

    /// When, where the file says it to the minute; null where it says a day, or what cannot be read.
    public @Nullable Instant moment() {
        try {
            return start.isEmpty() ? null : OffsetDateTime.parse(start).toInstant();
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    /// How long it took, nought where the file does not say it in a way that could be written down.
    public double hours() {
        return Numeral.number(minutes).map(number -> number.doubleValue() / 60).orElse(0.0);
    }

    /// When, as far as the file says it.
    public String when() {
        return start.isEmpty() ? (day + " " + time).strip() : start;
    }
}
