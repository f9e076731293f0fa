package mainstay.approvals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mainstay.identity.User;
import mainstay.shared.web.Text;

/// A request as its page shows it.
///
/// @param own       whether the reader asked
/// @param delegates to whom the reader could hand it over
/// @param foreseen  what a yes would bring about
/// @param details   what is asked for
/// @param away      who could decide a step for which nobody is there
public record ApprovalView(
        Approval approval,
        List<Step> steps,
        List<Remark> remarks,
        boolean own,
        List<User> delegates,
        List<Away> away,
        List<Text> foreseen,
        List<Detail> details,
        Instant now) {

    public boolean mayDecide() {
        return steps.stream().anyMatch(Step::mine);
    }

    /// How long it has taken, up to now where it is pending.
    public Duration taken() {
        Instant end = approval.endedAt();
        return Duration.between(approval.requestedAt(), end == null ? now : end);
    }

    public boolean isLate() {
        return taken().compareTo(Duration.ofHours(approval.maximumHours())) > 0;
    }
}
