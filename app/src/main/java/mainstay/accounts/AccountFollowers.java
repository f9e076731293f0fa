package mainstay.accounts;

import java.util.List;
import mainstay.activity.Timeline;
import mainstay.approvals.Approvals;
import org.springframework.stereotype.Component;

/// Takes along what lies below this module when accounts are merged or parted: timeline, approvals and
/// grants.
@Component
class AccountFollowers {

    private final Timeline timeline;
    private final Approvals approvals;
    private final Managers managers;
    private final Merges merges;

    AccountFollowers(Timeline timeline, Approvals approvals, Managers managers, Merges merges) {
        this.timeline = timeline;
        this.approvals = approvals;
        this.managers = managers;
        this.merges = merges;
    }

    void follow(long from, long to, List<Long> booked) {
        timeline.reattribute(from, to, booked);
        approvals.reattribute(from, to, booked);
        for (long account : List.of(from, to)) {
            merges.inheritGrants(account, Managers.CAUSE);
        }
        managers.grant();
    }
}
