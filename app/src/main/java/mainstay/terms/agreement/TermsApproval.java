package mainstay.terms.agreement;

import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import org.springframework.stereotype.Component;

/// Special terms hold once they are approved.
@Component
class TermsApproval implements ApprovalKind {

    private final Agreements agreements;

    TermsApproval(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public String code() {
        return AgreementDesk.SPECIAL_TERMS;
    }

    @Override
    public void ended(Approval approval) {
        agreements.decide(approval);
    }
}
