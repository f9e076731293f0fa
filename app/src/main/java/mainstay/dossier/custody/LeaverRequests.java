package mainstay.dossier.custody;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mainstay.approvals.Approval;
import mainstay.approvals.OpenRequests;
import mainstay.approvals.OpenRequests.Waiting;
import mainstay.dossier.custody.Leaving.Matter;
import mainstay.dossier.custody.Leaving.Requests;
import mainstay.identity.User;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// Requests in the hands of somebody who leaves. Those for loans come from the loans themselves: administrators settle
/// them without seeing all of an archive.
@Component
class LeaverRequests {

    private final OpenRequests open;
    private final Loans loans;

    LeaverRequests(OpenRequests open, Loans loans) {
        this.open = open;
        this.loans = loans;
    }

    Requests of(User person) {
        List<Waiting> waiting = open.waitingFor(person.id());
        Set<String> listed = waiting.stream()
                .map(Waiting::approval)
                .filter(LeaverRequests::isLoan)
                .map(Approval::subject)
                .collect(Collectors.toSet());
        Stream<Matter> others = loans.askedOfHolder(person.id()).stream()
                .filter(loan -> !listed.contains(String.valueOf(loan.id())))
                .map(LeaverRequests::matter);
        return new Requests(
                loans.askedByPerson(person.id()),
                open.askedBy(person.id()).stream()
                        .filter(approval -> !isLoan(approval))
                        .map(approval -> matter(approval, Text.of("leaving.staysOpen")))
                        .toList(),
                Stream.concat(waiting.stream().map(one -> matter(one.approval(), after(one, person))), others)
                        .toList());
    }

    private static boolean isLoan(Approval approval) {
        return approval.kind().equals(LoanDesk.BORROWING);
    }

    private static Matter matter(Approval approval, Text after) {
        return new Matter(approval.path(), approval.title(), approval.requester(), approval.requestedAt(), after);
    }

    private static Matter matter(Loan loan) {
        return new Matter(loan.path(), loan.title(), loan.borrower(), loan.askedAt(), Text.of("leaving.goesOver"));
    }

    private static Text after(Waiting one, User person) {
        if (one.custodian()) {
            return Text.of("leaving.goesOver");
        }
        return one.shared() ? Text.of("leaving.othersDecide") : Text.of("leaving.falls", person.fullName());
    }

    /// Nobody waits any more for what the person asked to borrow.
    void withdrawLoans(Requests requests, String because) {
        requests.loans().forEach(loan -> open.withdrawFor(LoanDesk.BORROWING, String.valueOf(loan.id()), because));
    }
}
