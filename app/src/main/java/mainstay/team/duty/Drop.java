package mainstay.team.duty;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A request that nobody moves, as it was observed.
///
/// @param why    `bounced`, `untouched` or `unanswered`
/// @param kind   of the approval
/// @param code   of the account; null where it is about none, or one that the reader does not see
/// @param money  sales of the account in twelve months; null where unknown
/// @param passed how often it was handed on
public record Drop(
        long id,
        String why,
        String kind,
        @Nullable String code,
        @Nullable String account,
        @Nullable Long money,
        LocalDate since,
        long passed) {

    public String path() {
        return "/approvals/" + id;
    }
}
