package mainstay.ledger;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.FirmDesk;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes a staged batch part of the ledger, or takes a batch out: everything in one transaction, one after the
/// other.
@Service
class Publication {

    private static final Logger LOG = LoggerFactory.getLogger(Publication.class);
    private static final int WORTH_MEASURING = 10_000;

    private final Map<Kind, Publisher> publishers = new EnumMap<>(Kind.class);
    private final JdbcClient database;
    private final TransactionOperations transactions;
    private final Batches batches;
    private final RowProblems problems;
    private final FirmDesk firm;
    private final MergedFacts merged;
    private final Chronicle chronicle;

    Publication(
            List<Publisher> publishers,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Batches batches,
            RowProblems problems,
            FirmDesk firm,
            MergedFacts merged,
            Chronicle chronicle) {
        publishers.forEach(publisher -> publisher.kinds().forEach(kind -> this.publishers.put(kind, publisher)));
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.batches = batches;
        this.problems = problems;
        this.firm = firm;
        this.merged = merged;
        this.chronicle = chronicle;
    }

    /// How publishing ended.
    sealed interface Outcome {}

    record Done() implements Outcome {}

    /// Rows are bad that only the ledger could judge; they are noted.
    record Refused() implements Outcome {}

    /// Another import brought the same file in the meantime.
    record Overtaken(long batch) implements Outcome {}

    String currency() {
        return firm.settings().currency();
    }

    Outcome publish(Arrival arrival, long rows) {
        record Attempt(Outcome outcome, List<RowProblem> late) {}
        Attempt attempt = transactions.execute(status -> {
            lock();
            String currency = firm.heldCurrency();
            if (!currency.equals(arrival.currency())) {
                return new Attempt(
                        new Refused(),
                        List.of(RowProblem.ofFile(Reason.CURRENCY_CHANGED, arrival.currency(), currency)));
            }
            Optional<Long> same = batches.withSameFile(arrival.file().fingerprint(), arrival.kind());
            if (same.isPresent()) {
                return new Attempt(new Overtaken(same.get()), List.of());
            }
            if (publisher(arrival.kind()).check(arrival) > 0 && arrival.refusesBadRows()) {
                return new Attempt(new Refused(), List.of());
            }
            List<RowProblem> late = bring(arrival, rows, status);
            return new Attempt(status.isRollbackOnly() ? new Refused() : new Done(), late);
        });
        if (attempt.outcome() instanceof Refused && !attempt.late().isEmpty()) {
            transactions.executeWithoutResult(status -> problems.keepWithoutFields(arrival.batch(), attempt.late()));
        }
        if (attempt.outcome() instanceof Done && rows >= WORTH_MEASURING) {
            measure(arrival.batch());
        }
        return attempt.outcome();
    }

    /// Behind the publishing transaction, so that nobody waits for it under the lock; without it queries are
    /// slow.
    private void measure(long batch) {
        try {
            transactions.executeWithoutResult(status -> database.sql("select ledger.measure_batch(:batch)")
                    .param("batch", batch)
                    .query(Long.class)
                    .single());
        } catch (RuntimeException failed) {
            LOG.warn("what batch {} brought could not be measured", batch, failed);
        }
    }

    private List<RowProblem> bring(Arrival arrival, long rows, TransactionStatus status) {
        Long replaced = arrival.replaces();
        if (replaced != null && !takeOut(replaced, arrival.kind())) {
            status.setRollbackOnly();
            return List.of(RowProblem.ofFile(Reason.BATCH_NOT_REPLACEABLE, String.valueOf(replaced)));
        }
        Published published = publisher(arrival.kind()).publish(arrival);
        if (arrival.refusesBadRows() && !published.problems().isEmpty()) {
            status.setRollbackOnly();
            return published.problems();
        }
        problems.keepWithoutFields(arrival.batch(), published.problems());
        merged.follow();
        batches.done(arrival.batch(), rows, published);
        chronicle.imported(arrival, published, advance());
        return List.of();
    }

    /// Takes a batch out of the ledger.
    ///
    /// @return whether it was still there
    boolean withdraw(long batch, Kind kind) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            lock();
            if (!takeOut(batch, kind)) {
                return false;
            }
            chronicle.withdrawn(batch, kind, advance());
            return true;
        }));
    }

    /// Asks for the batch's standing under the lock: two people may want to take out the same one.
    private boolean takeOut(long batch, Kind kind) {
        if (!batches.withdrawn(batch)) {
            return false;
        }
        publisher(kind).withdraw(kind, batch);
        return true;
    }

    private Publisher publisher(Kind kind) {
        Publisher publisher = publishers.get(kind);
        if (publisher == null) {
            throw new IllegalStateException("nobody publishes " + kind);
        }
        return publisher;
    }

    private void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('ledger.publish'))::text")
                .query()
                .singleRow();
    }

    private long advance() {
        return database.sql("select ledger.advance(:currency)")
                .param("currency", currency())
                .query(Long.class)
                .single();
    }
}
