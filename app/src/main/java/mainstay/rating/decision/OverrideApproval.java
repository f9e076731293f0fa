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

    /// @throws Problem.Conflict where the last day that was asked for is over when it is granted
    @Override
    public void ended(Approval approval) {
        LocalDate today = LocalDate.now(clock);
        long account = Objects.requireNonNull(approval.accountId());
        if (approval.isGranted() && isOver(approval, account, today)) {
            throw new Problem.Conflict("decision.over");
        }
        overrides.decide(
                account,
                approval.id(),
                approval.status().code(),
                today,
                Acting.actor().name());
    }

    private boolean isOver(Approval approval, long account, LocalDate today) {
        return overrides.of(account).stream()
                .anyMatch(set -> set.isPendingBy(approval.id()) && set.endsOn().isBefore(today));
    }
}
