package mainstay.ledger;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.ledger.file.Reason;
import mainstay.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes files into the ledger and reports how that went.
@Service
public class ImportDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);

    private static final String DISK_FULL = "53100";

    private final Batches batches;
    private final StagingArea staging;
    private final ImportSteps steps;
    private final TransactionOperations transactions;

    ImportDesk(Batches batches, StagingArea staging, ImportSteps steps, PlatformTransactionManager transactions) {
        this.batches = batches;
        this.staging = staging;
        this.steps = steps;
        this.transactions = new TransactionTemplate(transactions);
    }

    public ImportReport run(ImportRequest request) {
        return run(request, ImportWatch.NOBODY);
    }

    /// Imports a file. Nothing of it is in the ledger unless the report says that it is done.
    public ImportReport run(ImportRequest request, ImportWatch watch) {
        mayChangeTheLedger();
        long started = System.nanoTime();
        Long batch = transactions.execute(status -> batches.nextId());
        try (StagingArea.Place place = staging.take(batch)) {
            transactions.executeWithoutResult(status -> batches.open(batch, request));
            watch.opened(batch);
            end(batch, attempt(batch, request, watch, place));
        } catch (SQLTransientConnectionException allTaken) {
            LOG.warn("import of {} found no place", request.fileName(), allTaken);
            throw new Problem.Busy(Duration.ofMinutes(1), "ledger.import.noPlace");
        } catch (SQLException failed) {
            throw new IllegalStateException("the staging area cannot be reached", failed);
        }
        return find(batch)
                .orElseThrow(() -> new IllegalStateException("batch " + batch + " is gone"))
                .lasting((System.nanoTime() - started) / 1e9);
    }

    /// The report of an import that is running or has ended.
    public Optional<ImportReport> find(long batch) {
        return transactions.execute(status -> batches.report(batch));
    }

    /// Asks a running import to stop; false where none of this number runs.
    public boolean cancel(long batch) {
        mayChangeTheLedger();
        return transactions.execute(status -> batches.cancel(batch));
    }

    private ImportEnd attempt(long batch, ImportRequest request, ImportWatch watch, StagingArea.Place place) {
        try {
            return steps.take(batch, request, watch, place);
        } catch (Exception failed) {
            LOG.error("import {} of {} failed, nothing changed", batch, request.fileName(), failed);
            return ImportEnd.failed(isFull(failed) ? Reason.DISK_FULL : Reason.FAILED);
        }
    }

    /// Whether the database ran out of room.
    private static boolean isFull(Exception failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed) instanceof SQLException cause
                && DISK_FULL.equals(cause.getSQLState());
    }

    private void end(long batch, ImportEnd end) {
        transactions.executeWithoutResult(status -> steps.note(batch, end));
    }

    private static void mayChangeTheLedger() {
        if (!Acting.actor().reaches(Level.BUSINESS)) {
            throw new Problem.Forbidden("error.403");
        }
    }
}
