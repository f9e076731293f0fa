package mainstay.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives staged months of sales their indexes, several months at once, while nobody waits for a publication
/// yet.
@Repository
class StagedMonths {

    private static final int HANDS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    /// For all imports together: pages need connections too.
    private final Semaphore free = new Semaphore(HANDS);
    private final JdbcClient database;
    private final TransactionOperations transactions;

    StagedMonths(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
    }

    void index(long batch) {
        Actor actor = Acting.actor();
        try (ExecutorService hands = Executors.newFixedThreadPool(HANDS)) {
            List<CompletableFuture<Void>> all = newToTheLedger(batch).stream()
                    .map(month ->
                            CompletableFuture.runAsync(() -> Acting.run(actor, () -> inTurn(batch, month)), hands))
                    .toList();
            all.forEach(CompletableFuture::join);
        }
    }

    private List<LocalDate> newToTheLedger(long batch) {
        return transactions.execute(status -> database.sql("select ledger.new_staged_months(:batch)")
                .param("batch", batch)
                .query(LocalDate.class)
                .list());
    }

    private void inTurn(long batch, LocalDate month) {
        free.acquireUninterruptibly();
        try {
            index(batch, month);
        } finally {
            free.release();
        }
    }

    private void index(long batch, LocalDate month) {
        transactions.executeWithoutResult(
                status -> database.sql("select ledger.index_staged_month(:batch, :month)::text")
                        .param("batch", batch)
                        .param("month", month)
                        .query()
                        .singleRow());
    }
}
