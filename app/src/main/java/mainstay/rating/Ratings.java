package mainstay.rating;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.portfolio.LedgerState;
import mainstay.portfolio.Portfolio;
import mainstay.portfolio.Standing;
import mainstay.rating.decision.DecisionDesk;
import mainstay.rating.finding.ConfirmedFindings;
import mainstay.rating.model.RatingModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Keeps the ratings in step with the ledger, the accounts, the model, the marks, the rules and the calendar. A
/// run reads one state of them all, whatever is imported meanwhile.
@Service
public class Ratings {
    private static final Logger LOG = LoggerFactory.getLogger(Ratings.class);
    private static final int MONTHS_BEFORE = 3;
    private static final int MOST_TRIES = 5;

    private final Portfolio portfolio;
    private final Models models;
    private final Assessments assessments;
    private final ConfirmedFindings findings;
    private final Rules rules;
    private final DecisionDesk decisions;
    private final Runs runs;
    private final Attribution attribution;
    private final RatingRun run;
    private final Lull lull;
    private final RatingTable table;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    Ratings(
            Portfolio portfolio,
            Models models,
            Assessments assessments,
            ConfirmedFindings findings,
            Rules rules,
            DecisionDesk decisions,
            Runs runs,
            Attribution attribution,
            RatingRun run,
            Lull lull,
            RatingTable table,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.portfolio = portfolio;
        this.models = models;
        this.assessments = assessments;
        this.findings = findings;
        this.rules = rules;
        this.decisions = decisions;
        this.runs = runs;
        this.attribution = attribution;
        this.run = run;
        this.lull = lull;
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /// Runs the ratings anew where anything they rest on has moved since the last run, else does nothing. A run
    /// that is under way elsewhere is waited for. One that accounts are merged under gives way; the ratings stay
    /// as they are until a call finds that the merges have ended.
    ///
    /// @return whether there was something to do, and it was done
    public boolean ensureCurrent() {
        return Acting.as(Actor.itself(), this::catchUp);
    }

    /// What a run would rest on.
    private record Need(Occasion occasion, RatingModel model, Runs.Basis basis) {}

    private boolean catchUp() {
        boolean done = false;
        for (int tries = 0; !done && tries < MOST_TRIES && !lull.isAwaited() && isBehind(); tries++) {
            long merges = lull.merges();
            try {
                done = Boolean.TRUE.equals(snapshot.execute(status -> rateIfBehind()));
            } catch (ConcurrencyFailureException overtaken) {
                LOG.info("the ratings begin anew: {}", overtaken.getMessage());
                if (lull.merges() != merges) {
                    lull.begin();
                }
            }
        }
        return done;
    }

    private boolean isBehind() {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            attribution.hold();
            return need().isPresent();
        }));
    }

    private boolean rateIfBehind() {
        runs.takeTurn();
        Optional<Need> need = need();
        need.ifPresent(this::rate);
        return need.isPresent();
    }

    private Optional<Need> need() {
        LedgerState state = portfolio.state();
        LocalDate asOf = state.to();
        if (asOf == null) {
            return Optional.empty();
        }
        RatingModel model = models.inForce();
        LocalDate today = LocalDate.now(clock);
        Occasion occasion = new Occasion(false, asOf, later(asOf, today), state.revision(), model.version());
        Runs.Basis basis = new Runs.Basis(
                run.basis(asOf),
                assessments.newest(),
                findings.newest(),
                rules.revision() + decisions.revision(),
                today);
        return runs.isCurrent(occasion, basis) ? Optional.empty() : Optional.of(new Need(occasion, model, basis));
    }

    private void rate(Need need) {
        Occasion occasion = need.occasion();
        runs.readInBulk();
        if (runs.isFirst()) {
            run.replay(occasion.at(occasion.asOf().minusMonths(MONTHS_BEFORE)), need.model());
        }
        int accounts = run.current(occasion, need.model());
        runs.done(occasion, need.basis(), accounts);
        attribution.hold();
    }

    /// The rating in force, as far as the asking person may see it.
    public Optional<Rating> of(long account) {
        return Optional.ofNullable(transaction.execute(
                status -> table.current(Standing.ACCOUNT, account).orElse(null)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
