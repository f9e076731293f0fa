package mainstay.demo;

import java.util.List;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.accounts.Accounts;
import mainstay.dossier.custody.CustodyDesk;
import mainstay.dossier.custody.LoanDesk;
import mainstay.dossier.custody.LoanForm;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import org.springframework.stereotype.Component;

/// Who answers for archives of the wholesale sample, and who would like to borrow them. All of it is invented,
/// and says so. Each of the people asks in a transaction of their own.
@Component
class SampleLoans {

    private static final String KEPT = "401";
    private static final String LOOKED_AFTER = "944";

    private final Accounts accounts;
    private final CustodyDesk custody;
    private final LoanDesk loans;
    private final UserDesk users;

    SampleLoans(Accounts accounts, CustodyDesk custody, LoanDesk loans, UserDesk users) {
        this.accounts = accounts;
        this.custody = custody;
        this.loans = loans;
        this.users = users;
    }

    /// Once; nothing in samples without these accounts or people.
    void write() {
        Optional<AccountCard> kept = accounts.byCode(KEPT);
        Optional<User> manager = users.byName("kam");
        Optional<User> director = users.byName("director");
        if (kept.isEmpty()
                || manager.isEmpty()
                || director.isEmpty()
                || !loans.ofOthers(1, 0).isEmpty()) {
            return;
        }
        custody.give(
                kept.get(),
                String.valueOf(manager.get().id()),
                String.valueOf(director.get().id()));
        ask("controller", KEPT, List.of("business", "transaction"), "Invented: prepare the yearly credit review", "14");
        ask("viewer", LOOKED_AFTER, List.of("characteristics"), "Invented: a talk at the trade fair", "7");
    }

    private void ask(String borrower, String account, List<String> parts, String purpose, String days) {
        users.byName(borrower)
                .ifPresent(user ->
                        Acting.as(Actor.of(user), () -> loans.ask(new LoanForm(account, parts, purpose, days, ""))));
    }
}
