package mainstay.terms.agreement;

import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import mainstay.terms.rebate.BookingDesk;
import org.springframework.stereotype.Component;

/// What is asked about confidential ladders: to agree one with an account, to pay out, to take back.
@Component
class ConfidentialApproval implements ApprovalKind {

    private final Agreements agreements;
    private final BookingDesk bookings;

    ConfidentialApproval(Agreements agreements, BookingDesk bookings) {
        this.agreements = agreements;
        this.bookings = bookings;
    }

    @Override
    public String code() {
        return BookingDesk.CONFIDENTIAL;
    }

    @Override
    public boolean isConfidential() {
        return true;
    }

    @Override
    public void ended(Approval approval) {
        if (approval.subject().startsWith(BookingDesk.SUBJECT)) {
            bookings.decide(approval);
        } else {
            agreements.decide(approval);
        }
    }
}
