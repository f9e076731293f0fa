package mainstay.rating;

import mainstay.rating.key.KeyStatus;
import mainstay.rating.key.Leg;
import org.jspecify.annotations.Nullable;

/// Where an account stands within a region. Money has four decimals.
///
/// @param rank     among those with sales there, 1 is the largest
/// @param share    of the sales there; null where the reader does not see their total, which it would tell
/// @param revenue  of the account there
/// @param accounts with sales there; null where the reader sees only some of them
/// @param total    of all of them; null likewise
public record RegionStanding(
        String region,
        KeyStatus status,
        Leg shareLeg,
        Leg creditLeg,
        Leg philosophyLeg,
        int rank,
        @Nullable Double share,
        long revenue,
        @Nullable Integer accounts,
        @Nullable Long total) {

    public String statusCode() {
        return status.code();
    }

    public String tone() {
        return switch (status) {
            case KEY -> "tag-good";
            case PROVISIONAL, NEAR_MISS, POTENTIAL -> "tag-warn";
            case NONE -> "tag-muted";
        };
    }
}
