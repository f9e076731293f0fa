package mainstay.dossier.custody;

import java.time.Instant;
import java.util.List;
import mainstay.activity.Timeline;
import mainstay.identity.User;
import mainstay.shared.web.Text;

/// What has to be settled before somebody leaves.
///
/// @param held    archives that the person answers for
/// @param member  how many archives the person was named for
/// @param loans   what the person has borrowed now
/// @param requests for approval in the hands of the person, as far as the reader knows of them
/// @param exports of lists in the last days
/// @param looks   how often the person was shown what is confidential in these days
/// @param since   the first of these days
/// @param heirs   who may take over
public record Leaving(
        User person,
        List<Held> held,
        List<Long> member,
        List<Loan> loans,
        Requests requests,
        List<Timeline.Entry> exports,
        long looks,
        Instant since,
        List<User> heirs) {

    /// @param shownOn the account that stands for it, which has the code and the name
    /// @param deputy  whether as deputy
    public record Held(long accountId, long shownOn, String code, String name, boolean deputy) {}

    /// @param loans   that the person asked for and nobody has decided: withdrawn with the hand-over
    /// @param own     what else the person asked for
    /// @param waiting what the person is to decide
    public record Requests(List<Loan> loans, List<Matter> own, List<Matter> waiting) {

        public int count() {
            return loans.size() + own.size();
        }
    }

    /// One request.
    ///
    /// @param requester the name that somebody signs in with
    /// @param after     what becomes of it
    public record Matter(String path, Text title, String requester, Instant at, Text after) {}

    public boolean isSettled() {
        return held.isEmpty()
                && member.isEmpty()
                && loans.isEmpty()
                && requests.loans().isEmpty();
    }
}
