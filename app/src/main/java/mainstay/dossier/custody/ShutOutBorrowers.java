package mainstay.dossier.custody;

import java.util.List;
import mainstay.approvals.OpenRequests;
import mainstay.identity.User;
import mainstay.identity.UserChanged;
import mainstay.identity.UserDesk;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Nobody decides any more on what somebody asked to borrow who may no longer sign in.
@Component
@Transactional
class ShutOutBorrowers {

    private final Loans loans;
    private final OpenRequests open;
    private final UserDesk users;

    ShutOutBorrowers(Loans loans, OpenRequests open, UserDesk users) {
        this.loans = loans;
        this.open = open;
        this.users = users;
    }

    @EventListener
    void on(UserChanged changed) {
        if (changed.what().equals("disabled")) {
            List<Loan> asked = loans.askedByPerson(changed.userId());
            String fullName = users.byId(changed.userId()).map(User::fullName).orElse("");
            asked.forEach(loan -> open.withdrawShutOut(LoanDesk.BORROWING, String.valueOf(loan.id()), fullName));
        }
    }
}
