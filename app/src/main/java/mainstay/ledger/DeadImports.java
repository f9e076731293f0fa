package mainstay.ledger;

import mainstay.identity.Acting;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports that died with their process are marked as failed when the next process starts.
@Component
class DeadImports {

    private final StagingArea staging;
    private final TransactionTemplate transactions;

    DeadImports(StagingArea staging, PlatformTransactionManager transactions) {
        this.staging = staging;
        this.transactions = new TransactionTemplate(transactions);
    }

    @EventListener(ApplicationReadyEvent.class)
    void bury() {
        Acting.asOperator(() -> {
            transactions.executeWithoutResult(status -> staging.buryDead());
            return true;
        });
    }
}
