package mainstay.approvals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mainstay.shared.WorkSource;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
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
    public Set<String> rules() {
        return Set.of("approval");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Work> work() {
        Instant now = clock.instant();
        List<Approval> waiting = requests.waitingForMe(COUNTED + 1);
        Map<Long, Instant> reminded =
                requests.reminded(waiting.stream().map(Approval::id).toList());
        return waiting.stream()
                .map(approval -> work(approval, reminded.get(approval.id()), now))
                .toList();
    }

    /// A reminder makes it pressing, and brings it back where it was put off. What is asked for stays within
    /// the application: it may be a floor price, a loan of the archive or a rebate that few know.
    private Work work(Approval approval, @Nullable Instant reminded, Instant now) {
        Duration left = Duration.between(now, approval.due());
        boolean late = left.isNegative();
        return Work.of(
                        "approval",
                        String.valueOf(approval.id()),
                        approval.path(),
                        "work.approval.title",
                        List.of(Text.of("approvals.kind." + approval.kind()), approval.title()),
                        late ? "work.approval.late" : "work.approval.reason",
                        List.of(
                                new Text.Person(approval.requester()),
                                approval.reason(),
                                Hours.rounded(late ? left.negated() : left)),
                        approval.amount(),
                        presses(approval, left) || reminded != null ? 3 : 2,
                        LocalDate.ofInstant(reminded == null ? approval.requestedAt() : reminded, clock.getZone()))
                .answering(
                        List.of(new Answer("approvals.grant", approval.path() + "/decisions", "decision", "granted")))
                .due(LocalDate.ofInstant(approval.due(), clock.getZone()))
                .outside(new Telling(
                        "work.approval.outside",
                        List.of(Text.of("approvals.kind." + approval.kind())),
                        late ? "work.approval.outsideLate" : "work.approval.outsideReason",
                        List.of(Hours.rounded(late ? left.negated() : left))));
    }

    private static boolean presses(Approval approval, Duration left) {
        return left.compareTo(Duration.ofHours(approval.maximumHours()).dividedBy(2)) < 0;
    }
}
