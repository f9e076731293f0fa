package mainstay.rating.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import org.springframework.stereotype.Component;

/// An account is looked after as a key account from the day on which that is approved.
@Component
class PromotionApproval implements ApprovalKind {
    private final Appointments appointments;
    private final Clock clock;

    PromotionApproval(Appointments appointments, Clock clock) {
        this.appointments = appointments;
        this.clock = clock;
    }

    @Override
    public String code() {
        return DecisionDesk.PROMOTION;
    }

    @Override
    public void ended(Approval approval) {
        appointments.decide(
                Objects.requireNonNull(approval.accountId()),
                approval.id(),
                approval.status().code(),
                LocalDate.now(clock));
    }
}
