package mainstay.terms.rebate;

import java.time.LocalDate;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.identity.FirmDesk;
import mainstay.terms.rebate.AccrualRuns.Reach;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps what accounts have earned as current as the ledger.
@Service
public class Accruals {

    private final AccrualRuns runs;
    private final FirmDesk firm;
    private final TransactionTemplate transaction;

    Accruals(AccrualRuns runs, FirmDesk firm, PlatformTransactionManager transactions) {
        this.runs = runs;
        this.firm = firm;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Reckons anew where anything that accruals rest on has moved since the last run, else does nothing. A run that is
    /// under way elsewhere is waited for.
    ///
    /// @return whether there was something to do
    public boolean ensureCurrent() {
        return Acting.as(
                Actor.itself(), () -> isBehind() && Boolean.TRUE.equals(transaction.execute(status -> catchUp())));
    }

    /// Whether the next run has something to do, so that what is shown may be out of date.
    public boolean isDue() {
        return Acting.as(Actor.itself(), this::isBehind);
    }

    private boolean isBehind() {
        return Boolean.TRUE.equals(transaction.execute(status -> !runs.isCurrent(runs.basis(fiscalStart()))));
    }

    private boolean catchUp() {
        runs.takeTurn();
        int fiscal = fiscalStart();
        String basis = runs.basis(fiscal);
        if (runs.isCurrent(basis)) {
            return false;
        }
        long started = System.nanoTime();
        Reach reach = runs.reach();
        LocalDate from = reach.from();
        LocalDate to = reach.to();
        int changed = from == null || to == null ? 0 : runs.run(from, to, fiscal);
        runs.done(basis, to, (System.nanoTime() - started) / 1e9, changed);
        return true;
    }

    private int fiscalStart() {
        return firm.settings().fiscalYearStart();
    }
}
