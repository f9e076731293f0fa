package mainstay.shared;

import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Work on a backlog, part by part: each in a transaction of its own, so that a reader does one and the background
/// does the rest.
public final class CatchUp {

    private final TransactionTemplate apart;
    private final BooleanSupplier part;
    private final Semaphore reader = new Semaphore(1);

    /// @param part does as much as a reader can wait for, and says whether there may be more
    public CatchUp(PlatformTransactionManager transactions, BooleanSupplier part) {
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.part = part;
    }

    /// One part. One reader at a time: each holds a connection already and needs another one.
    public void once() {
        if (reader.tryAcquire()) {
            try {
                next();
            } finally {
                reader.release();
            }
        }
    }

    public void wholly() {
        while (next()) {
            Thread.onSpinWait();
        }
    }

    private boolean next() {
        return Boolean.TRUE.equals(apart.execute(status -> part.getAsBoolean()));
    }
}
