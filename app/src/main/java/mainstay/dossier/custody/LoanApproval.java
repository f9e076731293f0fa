package mainstay.dossier.custody;

import java.util.List;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// A loan begins with the yes of whoever answers for the archive.
@Component
class LoanApproval implements ApprovalKind {

    private final LoanDesk desk;

    LoanApproval(LoanDesk desk) {
        this.desk = desk;
    }

    @Override
    public String code() {
        return LoanDesk.BORROWING;
    }

    @Override
    public boolean asksCustodians() {
        return true;
    }

    /// Whoever answers reads what would be opened, the personal part last.
    @Override
    public List<Text> consequences(Approval approval) {
        return desk.opens(approval);
    }

    @Override
    public void ended(Approval approval) {
        desk.decided(approval);
    }
}
