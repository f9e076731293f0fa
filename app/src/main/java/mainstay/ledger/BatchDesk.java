package mainstay.ledger;

import java.util.List;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.ledger.Batches.Standing;
import mainstay.ledger.ImportReport.Status;
import mainstay.shared.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Looks after the batches that are in the ledger.
@Service
public class BatchDesk {

    private static final int LISTED = 200;

    private final Batches batches;
    private final Publication publication;
    private final JdbcClient database;

    BatchDesk(Batches batches, Publication publication, JdbcClient database) {
        this.batches = batches;
        this.publication = publication;
        this.database = database;
    }

    @Transactional(readOnly = true)
    public List<BatchEntry> newest() {
        return batches.newest(LISTED);
    }

    /// Whether a batch could be withdrawn.
    public sealed interface Withdrawal {}

    /// It is gone, and all that followed from it.
    public record Withdrawn(long batch) implements Withdrawal {}

    /// It is not in the ledger.
    public record NotInLedger(String status) implements Withdrawal {}

    public record NoSuchBatch() implements Withdrawal {}

    @Transactional
    public Withdrawal withdraw(long batch) {
        if (!Acting.actor().reaches(Level.BUSINESS)) {
            throw new Problem.Forbidden("error.403");
        }
        Optional<Standing> standing = batches.standing(batch);
        if (standing.isEmpty()) {
            return new NoSuchBatch();
        }
        if (standing.get().status() != Status.DONE) {
            return new NotInLedger(standing.get().status().code());
        }
        return publication.withdraw(batch, standing.get().kind())
                ? new Withdrawn(batch)
                : new NotInLedger(Status.WITHDRAWN.code());
    }

    /// Computes all days and months anew from the lines.
    ///
    /// @return how many of them were different before, and how many facts do not follow the merges
    ///         that stand: none, unless something is broken
    @Transactional
    public long rebuildRollUps() {
        if (!Acting.actor().reaches(Level.FULL)) {
            throw new Problem.Forbidden("error.403");
        }
        long astray = database.sql("select ledger.astray() + ledger.rebuild_roll_ups()")
                .query(Long.class)
                .single();
        if (astray > 0) {
            database.sql("select ledger.advance(null)").query(Long.class).single();
        }
        return astray;
    }
}
