package mainstay.ledger;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

/// Gives staged months of sales their indexes and sums, several months at once, while nobody waits for a
/// publication yet.
@Repository
class StagedMonths {

    private static final int HANDS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    /// Files are nearly in the order of days; so many months stay open for lines that come late.
    private static final int OPEN = 2;

    /// For all imports together: pages need connections too.
    private final Semaphore free = new Semaphore(HANDS);
    private final JdbcClient database;
    private final TransactionOperations transactions;

    StagedMonths(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
    }

    Work begin(Arrival arrival) {
        return new Work(arrival);
    }

    private void call(String function, long batch, LocalDate month) {
        transactions.executeWithoutResult(status -> database.sql("select ledger." + function + "(:batch, :month)::text")
                .param("batch", batch)
                .param("month", month)
                .query()
                .singleRow());
    }

    /// The months of one import. For one thread; what it hands over is done by others.
    final class Work implements AutoCloseable {

        private final long batch;
        private final boolean lasts;
        private final Actor actor = Acting.actor();
        private final ExecutorService hands = Executors.newFixedThreadPool(HANDS);
        private final Deque<LocalDate> open = new ArrayDeque<>();
        private final List<LocalDate> reopened = new ArrayList<>();
        private final Map<LocalDate, CompletableFuture<Void>> handedOver = new HashMap<>();
        private volatile boolean closed;

        private Work(Arrival arrival) {
            this.batch = arrival.batch();
            this.lasts = !arrival.rehearses();
        }

        /// Makes the place of a month, or opens one anew that was taken to be complete: it is as it was before,
        /// and is handed over last. A month that was left long enough ago is taken to be complete.
        void open(LocalDate month) {
            CompletableFuture<Void> done = handedOver.remove(month);
            if (done != null) {
                done.join();
                call("reopen_staged_month", batch, month);
                reopened.add(month);
                return;
            }
            call("open_staged_month", batch, month);
            open.add(month);
            if (lasts && open.size() > OPEN) {
                handOver(open.remove());
            }
        }

        boolean isHandedOver(LocalDate month) {
            return handedOver.containsKey(month);
        }

        /// All lines are there: waits until each month is ready. What goes back again needs no indexes.
        void finish() {
            if (lasts) {
                open.forEach(this::handOver);
                reopened.forEach(this::handOver);
            }
            handedOver.values().forEach(CompletableFuture::join);
        }

        private void handOver(LocalDate month) {
            handedOver.put(month, CompletableFuture.runAsync(() -> Acting.run(actor, () -> inTurn(month)), hands));
        }

        private void inTurn(LocalDate month) {
            free.acquireUninterruptibly();
            try {
                if (!closed) {
                    call("prepare_staged_month", batch, month);
                }
            } finally {
                free.release();
            }
        }

        /// Waits for what is under way; what waits is given up.
        @Override
        public void close() {
            closed = true;
            hands.close();
        }
    }
}
