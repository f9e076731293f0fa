package mainstay.ledger;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mainstay.ledger.ImportReport.Status;
import mainstay.ledger.file.FileLimits;
import mainstay.ledger.file.FileRefused;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.LedgerFile;
import mainstay.ledger.file.Profiles;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.ledger.file.SourceFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// The way of a file: look, understand, stage, publish. Each step may end it.
@Component
class ImportSteps {

    private static final Logger LOG = LoggerFactory.getLogger(ImportSteps.class);

    private final Profiles profiles;
    private final FileLimits limits;
    private final Batches batches;
    private final RowProblems problems;
    private final StagingArea staging;
    private final Publication publication;
    private final TransactionOperations transactions;

    ImportSteps(
            Profiles profiles,
            FileLimits limits,
            Batches batches,
            RowProblems problems,
            StagingArea staging,
            Publication publication,
            PlatformTransactionManager transactions) {
        this.profiles = profiles;
        this.limits = limits;
        this.batches = batches;
        this.problems = problems;
        this.staging = staging;
        this.publication = publication;
        this.transactions = new TransactionTemplate(transactions);
    }

    ImportEnd take(long batch, ImportRequest request, ImportWatch watch, StagingArea.Place place) throws SQLException {
        try {
            requireKnown(request.replaces());
            SourceFile source = SourceFile.look(request.file(), limits);
            inTransaction(() -> {
                batches.lookedAt(batch, source);
                return batch;
            });
            LedgerFile file = LedgerFile.understand(source, request.wish(), profiles);
            Optional<Long> same = inTransaction(() -> batches.withSameFile(file.fingerprint(), file.kind()));
            if (same.isPresent()) {
                return new ImportEnd.SameFile(same.get());
            }
            requireReplaceable(request, file.kind());
            return stage(batch, request, file, watch, place);
        } catch (FileRefused refused) {
            return ImportEnd.refused(0, refused.problems());
        }
    }

    /// Writes down how the attempt ended, unless that is written down already.
    void note(long batch, ImportEnd end) {
        if (!batches.isRunning(batch)) {
            return;
        }
        switch (end) {
            case ImportEnd.Done done -> {}
            case ImportEnd.SameFile same -> batches.same(batch, same.batch());
            case ImportEnd.Stopped stopped -> {
                problems.keepWithoutFields(batch, stopped.problems());
                batches.ended(batch, stopped.status(), stopped.rows());
            }
        }
    }

    private ImportEnd stage(
            long batch, ImportRequest request, LedgerFile file, ImportWatch watch, StagingArea.Place place)
            throws SQLException {
        String codes = request.source() == null ? file.source() : request.source();
        Arrival arrival = inTransaction(() -> {
            batches.understood(batch, file, codes);
            return new Arrival(
                    batch,
                    file,
                    codes,
                    publication.currency(),
                    request.replaces(),
                    request.refusesBadRows(),
                    request.rehearses());
        });
        ImportEnd end = publish(arrival, request, noting(batch, watch), place);
        complete(batch, file, end);
        return end;
    }

    /// What is published stays so, whatever becomes of the remarks on bad rows.
    private void complete(long batch, LedgerFile file, ImportEnd end) {
        try {
            problems.addFields(batch, file);
            if (end instanceof ImportEnd.Done) {
                problems.addPlaces(batch, file);
            }
        } catch (FileRefused | RuntimeException failed) {
            LOG.warn("the bad rows of import {} stay without their fields", batch, failed);
        }
    }

    private ImportEnd publish(Arrival arrival, ImportRequest request, ImportWatch watch, StagingArea.Place place)
            throws SQLException {
        StagingRun run = new StagingRun(arrival.batch(), arrival.file(), watch, problems, transactions);
        try {
            if (!run.into(staging.rows(place, arrival))) {
                return ImportEnd.cancelled(run.rows());
            }
        } catch (FileRefused refused) {
            return ImportEnd.refused(run.rows(), refused.problems());
        }
        if (run.badRows() > 0 && request.refusesBadRows()) {
            return ImportEnd.refused(run.rows(), List.of());
        }
        staging.measure(arrival);
        return switch (publication.publish(arrival, run.rows())) {
            case Publication.Done done -> new ImportEnd.Done();
            case Publication.Rehearsed rehearsed -> new ImportEnd.Done();
            case Publication.Refused refused -> ImportEnd.refused(run.rows(), List.of());
            case Publication.Overtaken other -> new ImportEnd.SameFile(other.batch());
        };
    }

    private ImportWatch noting(long batch, ImportWatch watch) {
        return new NotedProgress(watch, progress -> inTransaction(() -> batches.goesOn(batch, progress)));
    }

    private void requireKnown(@Nullable Long replaced) throws FileRefused {
        if (replaced != null && inTransaction(() -> batches.standing(replaced)).isEmpty()) {
            throw new FileRefused(RowProblem.ofFile(Reason.NO_SUCH_BATCH, String.valueOf(replaced)));
        }
    }

    private void requireReplaceable(ImportRequest request, Kind kind) throws FileRefused {
        Long replaced = request.replaces();
        boolean replaceable = replaced == null
                || inTransaction(() -> batches.standing(replaced))
                        .filter(batch -> batch.status() == Status.DONE && batch.kind() == kind)
                        .isPresent();
        if (!replaceable) {
            throw new FileRefused(RowProblem.ofFile(Reason.BATCH_NOT_REPLACEABLE, String.valueOf(replaced)));
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
