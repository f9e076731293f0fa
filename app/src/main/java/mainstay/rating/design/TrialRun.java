package mainstay.rating.design;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.portfolio.LedgerState;
import mainstay.portfolio.Portfolio;
import mainstay.rating.MeasureEffect;
import mainstay.rating.Preview;
import mainstay.rating.Preview.Rated;
import mainstay.rating.design.Trial.Named;
import mainstay.rating.design.TrialResult.LookBack;
import mainstay.rating.model.RatingModel;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Tries a draft in the background: on the accounts of today, and on those of a year ago. All of it is read from
/// one state of ledger and ratings, whatever is imported or rated meanwhile.
@Component
class TrialRun {
    static final int STEPS = 4;
    private static final int HIGHEST = 4;

    /// A ledger that starts up to so many days after the year before still covers it.
    private static final int TOLERANCE = 7;

    private static final Logger LOG = LoggerFactory.getLogger(TrialRun.class);

    private final Preview preview;
    private final Trials trials;
    private final Portfolio portfolio;
    private final List<MeasureEffect> effects;
    private final TransactionTemplate transaction;
    private final TransactionTemplate aside;
    private final Clock clock;

    TrialRun(
            Preview preview,
            Trials trials,
            Portfolio portfolio,
            List<MeasureEffect> effects,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.preview = preview;
        this.trials = trials;
        this.portfolio = portfolio;
        this.effects = effects;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
        this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.aside = new TransactionTemplate(transactions);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /// Runs a trial that has begun, in the name of the person who began it.
    void start(int version, Instant begun, Actor actor) {
        Thread.ofVirtual().name("trial-" + version).start(() -> Acting.run(actor, () -> run(version, begun)));
    }

    private void run(int version, Instant begun) {
        try {
            TrialResult result = transaction.execute(status -> result(version));
            aside.executeWithoutResult(status -> trials.finish(version, begun, result, clock.instant()));
        } catch (RuntimeException failed) {
            LOG.error("the trial of model {} failed", version, failed);
            aside.executeWithoutResult(status -> trials.finish(version, begun, null, clock.instant()));
        }
    }

    private @Nullable TrialResult result(int version) {
        LedgerState state = portfolio.state();
        int against = preview.inForce().version();
        LocalDate asOf = state.to();
        if (asOf == null) {
            return new TrialResult(
                    LocalDate.now(clock), against, 0, List.of(), 0, List.of(), List.of(), List.of(), null);
        }
        RatingModel draft = preview.model(version);
        LocalDate today = LocalDate.now(clock);
        LocalDate known = today.isAfter(asOf) ? today : asOf;
        Preview.Publication published = preview.ofPublication(draft, asOf, known);
        done(version, 1);
        List<Rated> now = published.now();
        List<Rated> then = published.then();
        Map<Long, Named> names = trials.names();
        List<Text> effect = effects.stream()
                .flatMap(one -> one.of(Trial.starMoves(now, then)).stream())
                .toList();
        done(version, 2);
        LookBack lookBack = lookBack(draft, asOf, known, state.from(), names);
        done(version, 3);
        return new TrialResult(
                asOf,
                against,
                now.size(),
                Trial.moves(now, then),
                Trial.released(published),
                Trial.strongest(now, then, names),
                Trial.shut(draft, then),
                effect,
                lookBack);
    }

    /// Whether the draft would have found, a year before, who is a key account today: by the model in force, or
    /// by approval. Accounts under common control count as one.
    private @Nullable LookBack lookBack(
            RatingModel draft, LocalDate asOf, LocalDate known, @Nullable LocalDate first, Map<Long, Named> names) {
        LocalDate day = asOf.minusYears(1);
        if (first == null || first.isAfter(day.minusYears(1).plusDays(TOLERANCE))) {
            return null;
        }
        List<Long> today = Trial.keyAccounts(
                preview.of(List.of(preview.inForce()), asOf, known, true).getFirst(), trials.appointed(asOf));
        List<Rated> before = preview.of(List.of(draft), day, day, true).getFirst();
        return new LookBack(
                day,
                today.size(),
                Trial.found(before, Rated::key, today, names),
                Trial.found(before, account -> account.solid() == HIGHEST, today, names));
    }

    private void done(int version, int steps) {
        aside.executeWithoutResult(status -> trials.advance(version, steps, clock.instant()));
    }
}
