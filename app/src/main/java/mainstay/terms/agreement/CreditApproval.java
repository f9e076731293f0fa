package mainstay.terms.agreement;

import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import mainstay.terms.credit.HeldSteps;
import org.springframework.stereotype.Component;

/// What is asked about credit: another limit for some time, or to let one held order go.
@Component
class CreditApproval implements ApprovalKind {

    private final Agreements agreements;
    private final HeldSteps held;

    CreditApproval(Agreements agreements, HeldSteps held) {
        this.agreements = agreements;
        this.held = held;
    }

    @Override
    public String code() {
        return AgreementDesk.CREDIT;
    }

    @Override
    public void ended(Approval approval) {
        if (approval.subject().startsWith(HeldSteps.SUBJECT)) {
            held.decide(approval);
        } else {
            agreements.decide(approval);
        }
    }
}
