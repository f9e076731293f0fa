package mainstay.dossier.gift;

import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import org.springframework.stereotype.Component;

/// A gift over the limit is given after somebody's yes.
@Component
class GiftApproval implements ApprovalKind {

    private final GiftDesk desk;

    GiftApproval(GiftDesk desk) {
        this.desk = desk;
    }

    @Override
    public String code() {
        return GiftDesk.GIFT;
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public void ended(Approval approval) {
        desk.decided(approval);
    }
}
