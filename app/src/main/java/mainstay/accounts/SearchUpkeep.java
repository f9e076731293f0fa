package mainstay.accounts;

import java.util.Set;
import java.util.concurrent.Semaphore;
import mainstay.identity.Acting;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Derives the keys of accounts whose names or codes have changed, whoever changed them. Whoever
/// searches before that has happened does a part of it; the rest follows in the background.
@Service
class SearchUpkeep {

    private static final int AT_ONCE = 5_000;

    private final SearchEntries entries;
    private final TransactionTemplate apart;
    private final Semaphore reader = new Semaphore(1);

    SearchUpkeep(SearchEntries entries, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// What a reader can wait for. One reader at a time: each holds a connection already and needs another one.
    void catchUp() {
        if (reader.tryAcquire()) {
            try {
                step();
            } finally {
                reader.release();
            }
        }
    }

    void catchUpWholly() {
        while (step()) {
            Thread.onSpinWait();
        }
    }

    /// Whether there may be more.
    private boolean step() {
        return Acting.asOperator(() -> Boolean.TRUE.equals(apart.execute(status -> {
            if (!entries.begin()) {
                return false;
            }
            Set<Long> accounts = entries.take(AT_ONCE);
            if (accounts.isEmpty()) {
                return false;
            }
            entries.derive(accounts);
            entries.sortIn();
            return true;
        })));
    }
}
