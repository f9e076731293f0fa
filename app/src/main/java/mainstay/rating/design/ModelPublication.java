package mainstay.rating.design;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mainstay.activity.Timeline;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalKind;
import mainstay.identity.Acting;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.springframework.stereotype.Component;

/// A draft is in force from the moment on at which its publication is approved; ratings follow by themselves.
@Component
class ModelPublication implements ApprovalKind {
    private final Versions versions;
    private final Trials trials;
    private final TrialCheck check;
    private final Timeline timeline;
    private final Clock clock;

    ModelPublication(Versions versions, Trials trials, TrialCheck check, Timeline timeline, Clock clock) {
        this.versions = versions;
        this.trials = trials;
        this.check = check;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public String code() {
        return ModelDesk.PUBLICATION;
    }

    @Override
    public void ended(Approval approval) {
        if (!approval.isGranted()) {
            return;
        }
        int version = version(approval);
        ModelVersion draft = versions.held(version).orElseThrow(() -> new Problem.NotFound("model.unknown"));
        check.passed(draft, "model.staleAtYes");
        versions.publish(version, Acting.actor().name(), clock.instant());
        timeline.note(null, "modelPublished", Map.of("version", String.valueOf(version)));
    }

    /// Trials are seen by those who may decide on models.
    @Override
    public List<Text> consequences(Approval approval) {
        return trials.of(version(approval))
                .map(TrialState::result)
                .map(ModelPublication::foreseen)
                .orElse(List.of());
    }

    private static List<Text> foreseen(TrialResult tried) {
        List<Text> all = new ArrayList<>();
        if (tried.released() > 0) {
            all.add(Text.of("model.releasedAtYes", tried.released(), tried.against()));
        }
        all.addAll(tried.effects());
        return all;
    }

    private static int version(Approval approval) {
        return Integer.parseInt(approval.subject().substring(approval.subject().indexOf('/') + 1));
    }
}
