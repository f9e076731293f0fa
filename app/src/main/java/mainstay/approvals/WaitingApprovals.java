package mainstay.approvals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mainstay.shared.WorkSource;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Requests that wait for the reader's yes or no. Half of the time that a decision may take makes one
/// pressing.
@Component
class WaitingApprovals implements WorkSource {

    private static final int MOST = 50;

    private final Requests requests;
    private final Clock clock;

    WaitingApprovals(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Work> work() {
        Instant now = clock.instant();
        return requests.waitingForMe(MOST).stream()
                .map(approval -> work(approval, now))
                .toList();
    }

    private Work work(Approval approval, Instant now) {
        Duration left = Duration.between(now, approval.due());
        boolean late = left.isNegative();
        return new Work(
                "approval",
                String.valueOf(approval.id()),
                approval.path(),
                "work.approval.title",
                List.of(Text.of("approvals.kind." + approval.kind()), approval.title()),
                late ? "work.approval.late" : "work.approval.reason",
                List.of(approval.requester(), approval.reason(), Hours.rounded(late ? left.negated() : left)),
                approval.amount(),
                left.compareTo(Duration.ofHours(approval.maximumHours()).dividedBy(2)) < 0 ? 3 : 2,
                LocalDate.ofInstant(approval.requestedAt(), clock.getZone()),
                List.of(new Answer("approvals.grant", approval.path() + "/decisions", "decision", "granted")));
    }
}
