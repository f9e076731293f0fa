package mainstay.rating.key;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the rule says of one account, with the numbers it says it with.
///
/// @param rank place by revenue, 1 is the largest
/// @param shareOfSales null where the total is not positive
/// @param cumulative share of the accounts down to and including this one
public record KeyVerdict(
        KeyCandidate candidate,
        KeyStatus status,
        Leg share,
        Leg credit,
        Leg philosophy,
        int rank,
        @Nullable Double shareOfSales,
        @Nullable Double cumulative) {

    public long account() {
        return candidate.account();
    }

    /// The legs nobody can answer yet: what to find out.
    public List<String> openLegs() {
        List<String> open = new ArrayList<>();
        if (share == Leg.OPEN) {
            open.add("share");
        }
        if (credit == Leg.OPEN) {
            open.add("credit");
        }
        if (philosophy == Leg.OPEN) {
            open.add("philosophy");
        }
        return List.copyOf(open);
    }
}
