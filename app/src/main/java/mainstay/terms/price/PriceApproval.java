package mainstay.terms.price;

import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import org.springframework.stereotype.Component;

/// A price below the floor holds once the exception is approved.
@Component
class PriceApproval implements ApprovalKind {

    private final PriceDesk desk;

    PriceApproval(PriceDesk desk) {
        this.desk = desk;
    }

    @Override
    public String code() {
        return PriceDesk.EXCEPTION;
    }

    @Override
    public void ended(Approval approval) {
        desk.decide(approval);
    }
}
