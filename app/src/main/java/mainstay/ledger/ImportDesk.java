package mainstay.ledger;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.LedgerFile;
import mainstay.ledger.file.Profiles;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.ledger.file.SourceFile;
import mainstay.shared.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes files into the ledger: looks at them, stages their rows, publishes the batch, and reports.
@Service
public class ImportDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ImportDesk.class);

    private final Profiles profiles;
    private final Batches batches;
    private final RowProblems problems;
    private final StagingArea staging;
    private final Publication publication;
    private final TransactionOperations transactions;

    ImportDesk(
            Profiles profiles,
            Batches batches,
            RowProblems problems,
            StagingArea staging,
            Publication publication,
            PlatformTransactionManager transactions) {
        this.profiles = profiles;
        this.batches = batches;
        this.problems = problems;
        this.staging = staging;
        this.publication = publication;
        this.transactions = new TransactionTemplate(transactions);
    }

    public ImportReport run(ImportRequest request) {
        return run(request, ImportWatch.NOBODY);
    }

    /// Imports a file. Nothing of it is in the ledger unless the report says that it is done.
    public ImportReport run(ImportRequest request, ImportWatch watch) {
        if (!Acting.actor().reaches(Level.BUSINESS)) {
            throw new Problem.Forbidden("error.403");
        }
        long started = System.nanoTime();
        try {
            SourceFile file = SourceFile.look(request.file());
            return attempt(request, file, watch).lasting((System.nanoTime() - started) / 1e9);
        } catch (FileRefused refused) {
            Kind kind = request.wish().kind().orElse(Kind.SALES);
            return ImportReport.unread(kind, Status.REFUSED, refused.problems(), (System.nanoTime() - started) / 1e9);
        }
    }

    private ImportReport attempt(ImportRequest request, SourceFile source, ImportWatch watch) {
        LedgerFile file;
        try {
            file = LedgerFile.understand(source, request.wish(), profiles);
        } catch (FileRefused refused) {
            return refuse(request, source, refused.problems());
        }
        Optional<Long> same = inTransaction(() -> batches.withSameFile(source.sha256(), file.kind()));
        if (same.isPresent()) {
            return report(same.get()).with(Status.ALREADY_IMPORTED);
        }
        if (!replaceable(request, file.kind())) {
            return refuse(
                    request,
                    source,
                    List.of(RowProblem.ofFile(Reason.BATCH_NOT_REPLACEABLE, String.valueOf(request.replaces()))));
        }
        long batch = inTransaction(batches::nextId);
        try (StagingArea.Place place = staging.take(batch)) {
            return bring(batch, request, source, file, watch, place);
        } catch (SQLException | IOException | RuntimeException failed) {
            LOG.error("import of {} failed, nothing changed", request.fileName(), failed);
            return end(batch, Status.FAILED, 0, List.of(RowProblem.ofFile(Reason.FAILED)));
        }
    }

    private ImportReport bring(
            long batch,
            ImportRequest request,
            SourceFile source,
            LedgerFile file,
            ImportWatch watch,
            StagingArea.Place place)
            throws SQLException, IOException {
        String codes = request.source() == null ? file.source() : request.source();
        Arrival arrival = inTransaction(() -> {
            batches.open(batch, file.kind(), request, source);
            batches.understood(batch, file, codes);
            return new Arrival(
                    batch, file, codes, publication.currency(), request.replaces(), request.refusesBadRows());
        });
        StagingRun run = new StagingRun(batch, file, watch, problems, transactions);
        try {
            if (!run.into(place)) {
                return end(batch, Status.CANCELLED, run.rows(), List.of());
            }
        } catch (FileRefused refused) {
            return end(batch, Status.REFUSED, run.rows(), refused.problems());
        }
        if (run.badRows() > 0 && request.refusesBadRows()) {
            return end(batch, Status.REFUSED, run.rows(), List.of());
        }
        staging.measure(file.kind(), batch);
        return switch (publication.publish(arrival, source.sha256(), run.rows())) {
            case Publication.Done() -> report(batch);
            case Publication.Refused() -> end(batch, Status.REFUSED, run.rows(), List.of());
            case Publication.Overtaken(long other) -> {
                end(batch, Status.CANCELLED, run.rows(), List.of());
                yield report(other).with(Status.ALREADY_IMPORTED);
            }
        };
    }

    private boolean replaceable(ImportRequest request, Kind kind) {
        Long replaced = request.replaces();
        return replaced == null
                || inTransaction(() -> batches.standing(replaced))
                        .filter(batch -> batch.status() == Status.DONE && batch.kind() == kind)
                        .isPresent();
    }

    private ImportReport refuse(ImportRequest request, SourceFile source, List<RowProblem> found) {
        long batch = inTransaction(() -> {
            long id = batches.nextId();
            batches.open(id, request.wish().kind().orElse(Kind.SALES), request, source);
            return id;
        });
        return end(batch, Status.REFUSED, 0, found);
    }

    private ImportReport end(long batch, Status status, long rows, List<RowProblem> found) {
        inTransaction(() -> {
            problems.keepWithoutFields(batch, found);
            batches.ended(batch, status, rows);
            return batch;
        });
        return report(batch);
    }

    /// The report of an import that is running or has ended.
    public Optional<ImportReport> find(long batch) {
        return inTransaction(() -> batches.report(batch));
    }

    private ImportReport report(long batch) {
        return find(batch).orElseThrow(() -> new IllegalStateException("batch " + batch + " is gone"));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
