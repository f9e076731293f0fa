package mainstay.approvals;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What of requests is in the hands of one person: to be looked at, and settled, before somebody leaves.
@Service
@Transactional
public class OpenRequests {

    private final Requests requests;
    private final Steps steps;
    private final Effects effects;
    private final Timeline timeline;
    private final Clock clock;

    OpenRequests(Requests requests, Steps steps, Effects effects, Timeline timeline, Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.effects = effects;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// @param custodian whether it waits for the person as for who answers for what it is about
    /// @param shared    whether somebody else could decide it, too
    public record Waiting(Approval approval, boolean custodian, boolean shared) {}

    /// What somebody asked for and nobody has decided, as far as the reader knows of it.
    @Transactional(readOnly = true)
    public List<Approval> askedBy(long person) {
        return requests.pendingOf(person);
    }

    /// What somebody is to decide, as far as the reader knows of it.
    @Transactional(readOnly = true)
    public List<Waiting> waitingFor(long person) {
        return steps.heldBy(person).stream().flatMap(this::waiting).toList();
    }

    private Stream<Waiting> waiting(Steps.Held held) {
        return requests
                .byId(held.requestId())
                .map(approval -> new Waiting(approval, held.custodian(), held.shared()))
                .stream();
    }

    /// Takes a request back in the place of who asked, which only directors and administrators may. Nothing
    /// happens where none is pending.
    ///
    /// @param because told to whoever looks at the request later
    public void withdrawFor(String kind, String subject, String because) {
        withdraw(kind, subject, "said", because);
    }

    /// The same for somebody who may no longer sign in: a yes would come to nothing.
    public void withdrawShutOut(String kind, String subject, String fullName) {
        withdraw(kind, subject, "shutOut", fullName);
    }

    private void withdraw(String kind, String subject, String remark, String text) {
        requests.withdrawFor(kind, subject).ifPresent(id -> effects.lend(() -> withdrawn(id, remark, text)));
    }

    private void withdrawn(long id, String remark, String text) {
        Approval over = requests.byId(id).orElseThrow();
        Actor actor = Acting.actor();
        steps.say(id, new Remark(remark, actor.name(), text, clock.instant()), actor.id());
        timeline.note(
                over.accountId(),
                "approvalWithdrawn",
                Map.of("reason", over.forTimeline(over.reason()), "textKind", "approvals.kind." + over.kind()));
        effects.of(over);
    }
}
