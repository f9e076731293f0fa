package mainstay.rating.design;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mainstay.activity.Timeline;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalWish;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.rating.Preview;
import mainstay.rating.design.DraftReader.Outcome;
import mainstay.rating.model.RatingModel;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where the firm's model is drafted, tried, sent for approval, and retired.
@Service
@Transactional
class ModelDesk {
    static final String PUBLICATION = "model-publication";
    private static final int LONGEST_REASON = 2000;

    private final Versions versions;
    private final Preview preview;
    private final TrialCheck check;
    private final Trials trials;
    private final TrialRun run;
    private final Approvals approvals;
    private final Timeline timeline;
    private final Clock clock;

    ModelDesk(
            Versions versions,
            Preview preview,
            TrialCheck check,
            Trials trials,
            TrialRun run,
            Approvals approvals,
            Timeline timeline,
            Clock clock) {
        this.versions = versions;
        this.preview = preview;
        this.check = check;
        this.trials = trials;
        this.run = run;
        this.approvals = approvals;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ModelVersion> all() {
        return versions.all();
    }

    @Transactional(readOnly = true)
    public ModelVersion version(int number) {
        return versions.byNumber(number).orElseThrow(() -> new Problem.NotFound("model.unknown"));
    }

    @Transactional(readOnly = true)
    public RatingModel model(int number) {
        return preview.model(version(number).version());
    }

    @Transactional(readOnly = true)
    public Optional<TrialState> trial(int number) {
        return trials.of(number);
    }

    @Transactional(readOnly = true)
    public Optional<Approval> request(int number) {
        return approvals.latest(PUBLICATION, subject(number));
    }

    /// A draft that begins as a copy of a version.
    public int draft(int base) {
        return versions.draft(model(base), Acting.actor().name(), clock.instant());
    }

    /// Replaces what a draft says.
    ///
    /// @param edits state of the draft that the person saw and changed
    /// @return what cannot be taken, by field; nothing is stored while there is something
    public Map<String, Text> change(int number, DraftForm form, long edits) {
        draftOf(number);
        return switch (DraftReader.read(number, form)) {
            case Outcome.Refused refused -> refused.refusals();
            case Outcome.Accepted accepted -> {
                if (!versions.change(number, accepted.model(), form.value("note"), edits)) {
                    throw new Problem.Conflict("model.overtaken");
                }
                yield Map.of();
            }
        };
    }

    public void discard(int number) {
        draftOf(number);
        trials.forget(number);
        versions.discard(number);
    }

    /// Begins a trial in the background, also while the draft waits for approval: who says the last yes may
    /// have to look at it anew.
    public void attempt(int number) {
        ModelVersion draft = held(number);
        Instant now = clock.instant();
        if (!trials.begin(
                number, draft.edits(), TrialRun.STEPS, Acting.actor().name(), now, now.minus(TrialState.SILENCE))) {
            throw new Problem.Conflict("model.trialRuns");
        }
        var actor = Acting.actor();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                run.start(number, now, actor);
            }
        });
    }

    /// Asks for the publication of a draft that was tried as it stands, lately, and whose gates somebody passes.
    public Approval publish(int number, String reason) {
        ModelVersion draft = draftOf(number);
        TrialResult tried = check.passed(draft, "model.staleTrial");
        return approvals.ask(new ApprovalWish(
                PUBLICATION,
                subject(number),
                null,
                null,
                null,
                Text.of("model.publicationTitle", number, tried.movers(), tried.accounts()),
                draft.path(),
                reason));
    }

    /// A draft, held until the transaction ends; one that waits for approval is not changed any more.
    private ModelVersion draftOf(int number) {
        ModelVersion version = held(number);
        if (approvals.pending(PUBLICATION, subject(number)).isPresent()) {
            throw new Problem.Conflict("model.waits");
        }
        return version;
    }

    private ModelVersion held(int number) {
        ModelVersion version = versions.held(number).orElseThrow(() -> new Problem.NotFound("model.unknown"));
        if (!version.isDraft()) {
            throw new Problem.Conflict("model.noDraft");
        }
        return version;
    }

    /// Takes a published version out of use; the one published before it is in force again.
    public void retire(int number, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw new Problem.Invalid("decision.badReason", LONGEST_REASON);
        }
        version(number);
        if (!versions.retire(number, Acting.actor().name(), clock.instant())) {
            throw new Problem.Conflict("model.lastOne");
        }
        timeline.note(null, "modelRetired", Map.of("reason", why, "version", String.valueOf(number)));
    }

    static String subject(int number) {
        return "model/" + number;
    }
}
