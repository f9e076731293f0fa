package mainstay.approvals;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.WorkSource;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Requests that nobody decides, because everybody who could is away without a deputy: for those who can
/// name one.
@Component
class UnattendedApprovals implements WorkSource {

    private static final int MOST = 20;

    private final Requests requests;
    private final Clock clock;

    UnattendedApprovals(Requests requests, Clock clock) {
        this.requests = requests;
        this.clock = clock;
    }

    @Override
    public Set<String> rules() {
        return Set.of("unattended");
    }

    @Override
    public int told() {
        return MOST;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Work> work() {
        return Acting.actor().is(Role.ADMINISTRATOR, Role.DIRECTOR)
                ? requests.unattended(COUNTED + 1).stream().map(this::work).toList()
                : List.of();
    }

    private Work work(Approval approval) {
        Text kind = Text.of("approvals.kind." + approval.kind());
        List<Object> requester = List.of(new Text.Person(approval.requester()));
        return Work.of(
                        "unattended",
                        String.valueOf(approval.id()),
                        approval.path(),
                        "work.unattended.title",
                        List.of(kind, approval.title()),
                        "work.unattended.reason",
                        requester,
                        approval.amount(),
                        3,
                        LocalDate.ofInstant(approval.requestedAt(), clock.getZone()))
                .outside(new Telling("work.unattended.outside", List.of(kind), "work.unattended.reason", requester));
    }
}
