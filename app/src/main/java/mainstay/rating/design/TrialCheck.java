package mainstay.rating.design;

import java.time.Clock;
import mainstay.portfolio.Portfolio;
import mainstay.rating.Preview;
import mainstay.shared.Problem;
import org.springframework.stereotype.Component;

/// Whether a draft was tried as it stands, lately, and nobody is shut out by a gate: looked at when its
/// publication is asked for, and again at the last yes, as days may lie between the two.
@Component
class TrialCheck {

    private final Trials trials;
    private final Portfolio portfolio;
    private final Preview preview;
    private final Clock clock;

    TrialCheck(Trials trials, Portfolio portfolio, Preview preview, Clock clock) {
        this.trials = trials;
        this.portfolio = portfolio;
        this.preview = preview;
        this.clock = clock;
    }

    /// @param staleKey what is said where the trial does not tell any more what publication would do
    TrialResult passed(ModelVersion draft, String staleKey) {
        TrialState trial = trials.of(draft.version())
                .filter(one -> one.edits() == draft.edits() && one.result() != null)
                .orElseThrow(() -> new Problem.Conflict("model.notTried"));
        TrialResult tried = trial.result();
        if (tried == null
                || !trial.holds(
                        clock.instant(),
                        portfolio.state().to(),
                        preview.inForce().version())) {
            throw new Problem.Conflict(staleKey, draft.version());
        }
        if (!tried.shut().isEmpty()) {
            throw new Problem.Invalid("model.shutGates");
        }
        return tried;
    }
}
