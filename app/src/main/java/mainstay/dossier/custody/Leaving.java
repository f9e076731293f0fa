package mainstay.dossier.custody;

import java.time.Instant;
import java.util.List;
import mainstay.activity.Timeline;
import mainstay.identity.User;

/// What has to be settled before somebody leaves.
///
/// @param held    archives that the person answers for
/// @param member  how many archives the person was named for
/// @param loans   what the person has borrowed now
/// @param exports of lists in the last days
/// @param looks   how often the person was shown what is confidential in these days
/// @param since   the first of these days
/// @param heirs   who may take over
public record Leaving(
        User person,
        List<Held> held,
        List<Long> member,
        List<Loan> loans,
        List<Timeline.Entry> exports,
        long looks,
        Instant since,
        List<User> heirs) {

    /// @param shownOn the account that stands for it, which has the code and the name
    /// @param deputy  whether as deputy
    public record Held(long accountId, long shownOn, String code, String name, boolean deputy) {}

    public boolean isSettled() {
        return held.isEmpty() && member.isEmpty() && loans.isEmpty();
    }
}
