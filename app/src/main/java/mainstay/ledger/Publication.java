package mainstay.ledger;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.identity.FirmDesk;
import mainstay.ledger.file.Kind;
import mainstay.ledger.file.Reason;
import mainstay.ledger.file.RowProblem;
import mainstay.shared.Period;
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
    private final MonthlySales sales;
    private final FirmDesk firm;
    private final MergedFacts merged;
    private final Chronicle chronicle;

    Publication(
            List<Publisher> publishers,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Batches batches,
            RowProblems problems,
            MonthlySales sales,
            FirmDesk firm,
            MergedFacts merged,
            Chronicle chronicle) {
        publishers.forEach(publisher -> publisher.kinds().forEach(kind -> this.publishers.put(kind, publisher)));
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
        this.batches = batches;
        this.problems = problems;
        this.sales = sales;
        this.firm = firm;
        this.merged = merged;
        this.chronicle = chronicle;
    }

    /// How publishing ended.
    sealed interface Outcome {}

    record Done() implements Outcome {}

    /// What it would do is written down; nothing else changed.
    record Rehearsed() implements Outcome {}

    /// Rows are bad that only the ledger could judge; they are noted.
    record Refused() implements Outcome {}

    /// Another import brought the same file in the meantime.
    record Overtaken(long batch) implements Outcome {}

    private record Attempt(Outcome outcome, List<RowProblem> late) {}

    String currency() {
        return firm.settings().currency();
    }

    Outcome publish(Arrival arrival, long rows) {
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
            if (arrival.rehearses()) {
                return rehearse(arrival, rows, status);
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
        batches.done(arrival.batch(), arrival.kind(), rows, published);
        chronicle.imported(arrival, published, advance());
        return List.of();
    }

    /// Publishes within the transaction, looks at the effect, and goes back to how it was.
    private Attempt rehearse(Arrival arrival, long rows, TransactionStatus status) {
        Object untouched = status.createSavepoint();
        Long replaced = arrival.replaces();
        if (replaced != null && !takeOut(replaced, arrival.kind())) {
            status.rollbackToSavepoint(untouched);
            return new Attempt(
                    new Refused(), List.of(RowProblem.ofFile(Reason.BATCH_NOT_REPLACEABLE, String.valueOf(replaced))));
        }
        Published would = publisher(arrival.kind()).publish(arrival);
        Optional<Period> days = arrival.kind() == Kind.SALES ? batches.days(replaced, would) : Optional.empty();
        Map<LocalDate, MonthEffect.Sales> after = sales(days);
        long onClosed = batches.onClosedAccounts(arrival.batch(), arrival.kind(), would);
        status.rollbackToSavepoint(untouched);
        if (arrival.refusesBadRows() && !would.problems().isEmpty()) {
            return new Attempt(new Refused(), would.problems());
        }
        problems.keepWithoutFields(arrival.batch(), would.problems());
        batches.rehearsed(arrival.batch(), rows, would, onClosed, MonthEffect.between(sales(days), after));
        return new Attempt(new Rehearsed(), List.of());
    }

    private Map<LocalDate, MonthEffect.Sales> sales(Optional<Period> days) {
        return days.map(span -> sales.between(span.from(), span.to())).orElse(Map.of());
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
