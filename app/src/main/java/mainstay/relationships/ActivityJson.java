package mainstay.relationships;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mainstay.activity.Activity;
import mainstay.relationships.ActivityLine.Met;
import mainstay.relationships.ActivityLine.Place;
import org.jspecify.annotations.Nullable;

/// An activity for programs.
///
/// @param account code; null inside the firm
/// @param start   null where nobody said at which time of the day
/// @param begunBy `us` or `them`; null where nobody said
/// @param people  numbers of people of the account
/// @param named   codes of accounts that the notes name
public record ActivityJson(
        long id,
        @Nullable String account,
        String kind,
        boolean internal,
        String state,
        LocalDate day,
        @Nullable Instant start,
        int minutes,
        int travelMinutes,
        String subject,
        @Nullable String notes,
        @Nullable String begunBy,
        List<String> colleagues,
        List<Long> people,
        List<String> named,
        @Nullable String reason,
        String uid,
        int revision,
        String recordedBy,
        Instant recordedAt) {

    /// @param next what to ask for as `after` to go on; null at the end
    public record PageJson(
            List<ActivityJson> activities,
            long total,
            long minutes,
            long internalMinutes,
            @Nullable String next) {}

    public static ActivityJson of(ActivityLine line) {
        Activity one = line.activity();
        Place account = line.account();
        return new ActivityJson(
                one.id(),
                account == null ? null : account.code(),
                one.kind(),
                one.internal(),
                one.state().code(),
                one.onDay(),
                one.dayOnly() ? null : one.startsAt(),
                one.minutes(),
                one.travelMinutes(),
                one.subject(),
                one.notes(),
                one.begunBy(),
                line.users(),
                line.people().stream().map(Met::id).toList(),
                line.named().stream().map(Place::code).toList(),
                one.reason(),
                one.uid(),
                one.revision(),
                one.recordedBy(),
                one.recordedAt());
    }
}
