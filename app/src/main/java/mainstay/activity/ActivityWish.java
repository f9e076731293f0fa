package mainstay.activity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An activity to be written down, understood and checked.
///
/// @param begunBy `us` or `them`; null where nobody says
public record ActivityWish(
        @Nullable Long accountId,
        ActivityKind kind,
        ActivityState state,
        ActivityMoment moment,
        int minutes,
        int travelMinutes,
        String subject,
        @Nullable String notes,
        @Nullable String begunBy,
        List<Long> users,
        List<Long> people,
        List<Mention> mentions) {}
