package mainstay.approvals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mainstay.activity.Timeline;
import mainstay.approvals.Step.Decision;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where people decide, hand over, remind and talk.
@Service
@Transactional
public class ApprovalDesk {

    private static final int LONGEST = 2000;
    private static final Duration BETWEEN_REMINDERS = Duration.ofHours(4);

    private final Requests requests;
    private final Steps steps;
    private final Effects effects;
    private final UserDesk users;
    private final Timeline timeline;
    private final Clock clock;

    ApprovalDesk(Requests requests, Steps steps, Effects effects, UserDesk users, Timeline timeline, Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.effects = effects;
        this.users = users;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// A request with all that was done with it. Who may decide it and looks at it has taken it up.
    public ApprovalView view(long id) {
        Approval approval = known(id);
        List<Long> untaken = steps.of(id).stream()
                .filter(step -> step.mine() && step.takenAt() == null)
                .map(Step::id)
                .toList();
        if (!untaken.isEmpty()) {
            steps.take(untaken, clock.instant());
        }
        Long me = Acting.actor().id();
        return new ApprovalView(
                approval,
                steps.of(id),
                steps.remarks(id),
                Objects.equals(approval.requestedBy(), me),
                delegates(approval),
                steps.away(id),
                effects.foreseen(approval),
                effects.details(approval),
                clock.instant());
    }

    private List<User> delegates(Approval approval) {
        Long me = Acting.actor().id();
        Set<Long> deciders = steps.deciders(approval.id());
        List<String> own = requests.ownRoles(approval.id());
        return users.all().stream()
                .filter(user -> user.isEnabled()
                        && user.role().mayDecide()
                        && (own.isEmpty() || own.contains(user.role().code()))
                        && !deciders.contains(user.id())
                        && !Objects.equals(user.id(), me)
                        && !Objects.equals(user.id(), approval.requestedBy()))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Approval> waitingForMe(int most) {
        return requests.waitingForMe(most);
    }

    @Transactional(readOnly = true)
    public List<Approval> mine(int most) {
        return requests.mine(most);
    }

    @Transactional(readOnly = true)
    public List<Approval> all(String status, int most, int skipped) {
        return requests.all(status, most, skipped);
    }

    @Transactional(readOnly = true)
    public List<Step> steps(long id) {
        return steps.of(id);
    }

    /// Says yes or no to the step that waits for the person for whom this runs.
    ///
    /// What became of the request meanwhile is told before what is wrong with the answer.
    ///
    /// @throws Problem.Conflict where it has been decided already, or the same person has said yes in another
    /// step
    /// @throws Problem.Invalid for a no without a reason
    public Approval decide(long id, Decision decision, String said) {
        Approval approval = pending(id);
        Step step = mine(approval);
        String remark = checked(said);
        if (decision == Decision.REFUSED && remark.isEmpty()) {
            throw new Problem.Invalid("approvals.refusalNeedsReason");
        }
        Instant now = clock.instant();
        Steps.Office office = steps.office(step.id()).orElseThrow(() -> new Problem.Forbidden("approvals.notForYou"));
        if (!steps.decide(
                step.id(), decision, new Steps.Decider(Acting.actor().name(), office.onBehalfOf()), remark, now)) {
            throw new Problem.Conflict("approvals.overtaken");
        }
        if (decision == Decision.REFUSED) {
            steps.dropRest(id, now);
            end(approval, Approval.Status.REFUSED, remark, now);
        } else if (!steps.isAnyOpen(id) && !steps.openNext(id, now)) {
            end(approval, Approval.Status.GRANTED, remark, now);
        }
        return requests.byId(id).orElseThrow();
    }

    private void end(Approval approval, Approval.Status status, String remark, Instant now) {
        requests.end(approval.id(), status, now);
        boolean granted = status == Approval.Status.GRANTED;
        if (!effects.isConfidential(approval.kind())) {
            timeline.note(
                    approval.accountId(),
                    granted ? "approvalGranted" : "approvalRefused",
                    Map.of("reason", approval.forTimeline(remark), "textKind", "approvals.kind." + approval.kind()));
        }
        effects.of(known(approval.id()));
    }

    /// Gives the own step to somebody else, who alone is asked from now on.
    public void delegate(long id, long to, String said) {
        Approval approval = pending(id);
        Step step = mine(approval);
        String remark = checked(said);
        User delegate = delegates(approval).stream()
                .filter(user -> user.id() == to)
                .findFirst()
                .orElseThrow(() -> new Problem.Invalid("approvals.badDelegate"));
        steps.handOver(step.id(), delegate.id());
        requests.noteAsked(id);
        say(id, "delegated", remark.isEmpty() ? delegate.fullName() : delegate.fullName() + ": " + remark);
    }

    /// Tells those who are asked once more, at most every four hours.
    public void remind(long id) {
        Approval approval = pending(id);
        if (!Objects.equals(approval.requestedBy(), Acting.actor().id())) {
            throw new Problem.Forbidden("approvals.notYours");
        }
        Instant now = clock.instant();
        if (!steps.remind(id, now.minus(BETWEEN_REMINDERS), now)) {
            throw new Problem.Conflict("approvals.remindedAlready");
        }
        say(id, "reminded", "");
    }

    public void remark(long id, String said) {
        String text = checked(said);
        if (text.isEmpty()) {
            throw new Problem.Invalid("approvals.noRemark");
        }
        say(known(id).id(), "said", text);
    }

    private void say(long id, String kind, String text) {
        steps.say(
                id,
                new Remark(kind, Acting.actor().name(), text, clock.instant()),
                Acting.actor().id());
    }

    private Approval known(long id) {
        return requests.byId(id).orElseThrow(() -> new Problem.NotFound("approvals.unknown"));
    }

    private static String checked(String said) {
        String text = said.strip();
        if (text.length() > LONGEST) {
            throw new Problem.Invalid("approvals.longReason", LONGEST);
        }
        return text;
    }

    /// The request, held until the transaction ends.
    private Approval pending(long id) {
        Approval approval = requests.held(id).orElseThrow(() -> new Problem.NotFound("approvals.unknown"));
        if (!approval.isPending()) {
            throw Step.over(approval, steps.of(id));
        }
        return approval;
    }

    private Step mine(Approval approval) {
        List<Step> all = steps.of(approval.id());
        return all.stream()
                .filter(Step::mine)
                .findFirst()
                .orElseThrow(() -> steps.saidYes(approval.id())
                        ? new Problem.Conflict("approvals.twice")
                        : notMine(approval, Step.lastDecided(all)));
    }

    private static Problem notMine(Approval approval, Optional<Step> last) {
        if (Objects.equals(approval.requestedBy(), Acting.actor().id())) {
            return new Problem.Forbidden("approvals.ownRequest");
        }
        return last.<Problem>map(step -> new Problem.Conflict(
                        "approvals.decidedMeanwhile", step.who(), Objects.requireNonNull(step.decidedAt())))
                .orElseGet(() -> new Problem.Forbidden("approvals.notForYou"));
    }
}
