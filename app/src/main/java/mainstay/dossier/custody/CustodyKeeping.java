package mainstay.dossier.custody;

import mainstay.accounts.AccountCard;
import mainstay.dossier.Keeping;
import mainstay.dossier.KeepingSource;
import mainstay.dossier.custody.Custody.Term;
import mainstay.identity.Level;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What the archive of an account says about who answers for it.
@Component
@Transactional(readOnly = true)
class CustodyKeeping implements KeepingSource {

    private final CustodyDesk desk;
    private final Custodies custodies;
    private final Loans loans;

    CustodyKeeping(CustodyDesk desk, Custodies custodies, Loans loans) {
        this.desk = desk;
        this.custodies = custodies;
        this.loans = loans;
    }

    @Override
    public Keeping of(AccountCard account) {
        Custody custody = desk.of(account);
        Term named = custody.named();
        return new Keeping(
                named == null ? custody.manager() : named.custodian(),
                named == null ? null : named.deputy(),
                named != null,
                loans.borrowedUntil(account.id()).orElse(null),
                custody.mayGive() || custody.mayName(),
                custodies.level(account.id()) < Level.FULL.number());
    }
}
