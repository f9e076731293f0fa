package mainstay.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What somebody of us did, or plans to do.
///
/// @param accountId null where it stays inside the firm
/// @param internal  as its kind said when it was written down
/// @param dayOnly   whether nobody said at which time of the day
/// @param onDay     day where the firm is
/// @param uid       by which calendars know it
/// @param sequence  how often its place in calendars changed
/// @param reason    why it was cancelled
/// @param begunBy   `us` or `them`, who wanted it; null where nobody said
/// @param users     who of us
/// @param people    who of the account
/// @param mentions  whom the notes name
public record Activity(
        long id,
        @Nullable Long accountId,
        String kind,
        boolean internal,
        ActivityState state,
        boolean dayOnly,
        LocalDate onDay,
        Instant startsAt,
        int minutes,
        int travelMinutes,
        String subject,
        @Nullable String notes,
        String uid,
        int sequence,
        int revision,
        @Nullable String reason,
        @Nullable String begunBy,
        String recordedBy,
        @Nullable Long recordedById,
        Instant recordedAt,
        String changedBy,
        Instant changedAt,
        List<Long> users,
        List<Long> people,
        List<Mention> mentions) {

    public static String pathOf(long id) {
        return "/activities/" + id;
    }

    public String path() {
        return pathOf(id);
    }

    public String kindKey() {
        return ActivityKind.keyOf(kind);
    }

    /// Duration is counted from moment to moment, also across a change of the clocks.
    public Instant endsAt() {
        return startsAt.plus(Duration.ofMinutes(minutes));
    }

    public @Nullable LocalTime time(ZoneId zone) {
        return dayOnly ? null : startsAt.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    public boolean isCancelled() {
        return state == ActivityState.CANCELLED;
    }

    public boolean isPlanned() {
        return state == ActivityState.PLANNED;
    }

    /// What it says, by name: kept as it was where it is corrected. What is not known is empty.
    public Map<String, String> content() {
        Map<String, String> content = new LinkedHashMap<>();
        content.put("account", String.valueOf(Objects.requireNonNullElse(accountId, "")));
        content.put("kind", kind);
        content.put("state", state.code());
        content.put("day", onDay.toString());
        content.put("startsAt", dayOnly ? "" : startsAt.toString());
        content.put("minutes", String.valueOf(minutes));
        content.put("travel", String.valueOf(travelMinutes));
        content.put("subject", subject);
        content.put("notes", Objects.requireNonNullElse(notes, ""));
        content.put("begunBy", Objects.requireNonNullElse(begunBy, ""));
        content.put("users", joined(users));
        content.put("people", joined(people));
        return content;
    }

    private static String joined(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    ActivityMoment moment() {
        return new ActivityMoment(dayOnly, onDay, startsAt);
    }
}
