package mainstay.rating;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.rating.decision.DecisionDesk;
import mainstay.rating.model.RatingModel;
import mainstay.rating.model.Score;
import mainstay.rating.model.Stars;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Rates an account and its group as soon as somebody gave it a mark. Only marks are taken anew: figures of
/// the ledger and places among peers stand as the last run left them. The next run, which follows by itself,
/// says the same and judges key accounts too.
@Component
class MarkedRatings {
    private static final Logger LOG = LoggerFactory.getLogger(MarkedRatings.class);

    private final Runs runs;
    private final Attribution attribution;
    private final Models models;
    private final Assessments assessments;
    private final DecisionDesk decisions;
    private final RatingTable table;
    private final TurningPoints turningPoints;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MarkedRatings(
            Runs runs,
            Attribution attribution,
            Models models,
            Assessments assessments,
            DecisionDesk decisions,
            RatingTable table,
            TurningPoints turningPoints,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.runs = runs;
        this.attribution = attribution;
        this.models = models;
        this.assessments = assessments;
        this.decisions = decisions;
        this.table = table;
        this.turningPoints = turningPoints;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Does nothing while a run or another mark is under way, or where another model came into force: the
    /// next run does it.
    void follow(long account) {
        try {
            Acting.run(Actor.itself(), () -> transaction.executeWithoutResult(status -> rate(account)));
        } catch (ConcurrencyFailureException overtaken) {
            LOG.debug("account {} is left to the next run", account, overtaken);
        }
    }

    private void rate(long account) {
        if (!runs.takesFreeTurn()) {
            return;
        }
        attribution.hold();
        Occasion last = runs.last(LocalDate.now(clock)).orElse(null);
        if (last == null) {
            return;
        }
        RatingModel model = models.inForce();
        if (model.version() != last.modelVersion() || model.comparesMarks()) {
            return;
        }
        rate(last, model, account);
        rate(last.ofGroups(), model, table.root(account, last.asOf()));
    }

    private void rate(Occasion occasion, RatingModel model, long account) {
        Optional<Rating> kept = table.current(occasion.scope(), account)
                .filter(rating -> rating.asOf().equals(occasion.asOf()) && rating.modelVersion() == model.version());
        if (kept.isEmpty()) {
            return;
        }
        Optional<Bearing> before = turningPoints.bearing(occasion, account);
        Score score = kept.get()
                .score(model)
                .marked(model, assessments.known(occasion.knownUntil(), occasion.group(), occasion.asOf(), account));
        Stars stars = Stars.of(model, score, table.starsBefore(occasion, account));
        Integer set = decisions.setStars(occasion.asOf(), occasion.knownUntil()).get(account);
        RatingRow row = RatingRow.of(occasion, score, stars, set);
        if (table.says(row)) {
            return;
        }
        table.append(List.of(row));
        table.pointAt(occasion, account);
        before.ifPresent(bearing -> turningPoints.tell(occasion, bearing));
    }
}
