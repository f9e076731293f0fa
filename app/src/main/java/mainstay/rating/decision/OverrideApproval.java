package mainstay.rating.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import mainstay.identity.Acting;
import mainstay.shared.Problem;
import org.springframework.stereotype.Component;

/// An override counts from the day on which it is approved.
@Component
class OverrideApproval implements ApprovalKind {
    private final Overrides overrides;
    private final Clock clock;

    OverrideApproval(Overrides overrides, Clock clock) {
        this.overrides = overrides;
        this.clock = clock;
    }

    @Override
    public String code() {
        return DecisionDesk.OVERRIDE;
    }

    @Override
    public void granted(Approval approval) {
        LocalDate today = LocalDate.now(clock);
        boolean over = overrides.of(Objects.requireNonNull(approval.accountId())).stream()
                .anyMatch(set -> set.isPending() && set.endsOn().isBefore(today));
        if (over) {
            throw new Problem.Conflict("decision.over");
        }
        decide(approval);
    }

    @Override
    public void refused(Approval approval) {
        decide(approval);
    }

    @Override
    public void withdrawn(Approval approval) {
        decide(approval);
    }

    private void decide(Approval approval) {
        overrides.decide(
                Objects.requireNonNull(approval.accountId()),
                approval.status().code(),
                LocalDate.now(clock),
                Acting.actor().name());
    }
}
