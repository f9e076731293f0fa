package mainstay.approvals;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.activity.Timeline;
import mainstay.approvals.RuleBook.Rule;
import mainstay.approvals.Steps.Asked;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where modules ask for a yes.
@Service
@Transactional
public class Approvals {

    private static final int LONGEST = 2000;
    static final List<RuleStep> BY_DEFAULT = List.of(new RuleStep(1, Role.DIRECTOR.code(), null, null, null));

    private final Requests requests;
    private final Steps steps;
    private final RuleBook rules;
    private final Effects effects;
    private final UserDesk users;
    private final Timeline timeline;
    private final JdbcClient database;
    private final Clock clock;

    Approvals(
            Requests requests,
            Steps steps,
            RuleBook rules,
            Effects effects,
            UserDesk users,
            Timeline timeline,
            JdbcClient database,
            Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.rules = rules;
        this.effects = effects;
        this.users = users;
        this.timeline = timeline;
        this.database = database;
        this.clock = clock;
    }

    /// Asks those whom the rule in force names. Where it names nobody for this amount and tier, the answer is
    /// yes at once.
    ///
    /// @throws Problem.Invalid without a reason, or with one that is too long
    /// @throws Problem.Conflict where one is pending for the subject, nobody could decide it, or the rule was
    ///     changed at the same moment
    public Approval ask(ApprovalWish wish) {
        if (!effects.knows(wish.kind())) {
            throw new IllegalArgumentException("nobody answers for approvals of " + wish.kind());
        }
        if (effects.isConfidential(wish.kind()) == wish.ownRoles().isEmpty()) {
            throw new IllegalArgumentException("who may know of a " + wish.kind() + ": " + wish.ownRoles());
        }
        if (wish.reason().isBlank()) {
            throw new Problem.Invalid("approvals.noReason");
        }
        if (wish.reason().length() > LONGEST) {
            throw new Problem.Invalid("approvals.longReason", LONGEST);
        }
        Requester requester = Requester.now();
        Rule rule = rules.inForce(wish.kind()).orElseGet(() -> firstRule(wish.kind()));
        List<Asked> asked = new Roster(users.all(), requester.id(), wish.ownRoles(), wish.custodians())
                .asked(rule.steps().stream()
                        .filter(step -> step.asksFor(wish.tier(), wish.amount()))
                        .toList());
        Instant now = clock.instant();
        long id = add(wish, rule, requester, now);
        steps.add(id, asked);
        requests.noteAsked(id);
        requests.demandByRule();
        note(
                wish.accountId(),
                "approvalAsked",
                wish.kind(),
                Approval.forTimeline(wish.reach(), wish.reason().strip()));
        if (!steps.openNext(id, now)) {
            requests.end(id, Approval.Status.GRANTED, now);
            effects.of(known(id));
        }
        return known(id);
    }

    private Rule firstRule(String kind) {
        Rule first = new Rule(1, BY_DEFAULT);
        effects.lend(() -> rules.add(kind, first, "Mainstay", clock.instant()));
        return first;
    }

    private long add(ApprovalWish wish, Rule rule, Requester requester, Instant now) {
        requests.latest(wish.kind(), wish.subject()).filter(Approval::isPending).ifPresent(pending -> {
            throw pendingAlready();
        });
        try {
            return requests.add(wish, rule, rules.maximum(wish.tier()), requester, now);
        } catch (DuplicateKeyException overtaken) {
            Problem.Conflict conflict = pendingAlready();
            conflict.initCause(overtaken);
            throw conflict;
        }
    }

    private static Problem.Conflict pendingAlready() {
        return new Problem.Conflict("approvals.pendingAlready");
    }

    /// The request that is pending for a subject, as far as the reader may see it.
    @Transactional(readOnly = true)
    public Optional<Approval> pending(String kind, String subject) {
        return requests.latest(kind, subject).filter(Approval::isPending);
    }

    /// The last request for a subject, pending or not.
    @Transactional(readOnly = true)
    public Optional<Approval> latest(String kind, String subject) {
        return requests.latest(kind, subject);
    }

    /// What was asked for an account, the newest first.
    @Transactional(readOnly = true)
    public List<Approval> ofAccount(long account, int most) {
        return requests.ofAccount(account, most);
    }

    /// What waits to be decided for an account, the longest first.
    @Transactional(readOnly = true)
    public List<Approval> pendingOf(long account, int most) {
        return requests.pendingOf(account, most);
    }

    /// Takes a pending request back, which only its requester may.
    public void withdraw(long id) {
        Approval approval = requests.held(id).orElseThrow(() -> new Problem.NotFound("approvals.unknown"));
        if (!Objects.equals(approval.requestedBy(), Acting.actor().id())) {
            throw new Problem.Forbidden("approvals.notYours");
        }
        if (!approval.isPending()) {
            throw Step.over(approval, steps.of(id));
        }
        Instant now = clock.instant();
        steps.dropRest(id, now);
        requests.end(id, Approval.Status.WITHDRAWN, now);
        note(approval.accountId(), "approvalWithdrawn", approval.kind(), approval.forTimeline(approval.reason()));
        effects.of(known(id));
    }

    /// Whoever answers for something changes while a request waits for them.
    public void handTo(String kind, String subject, List<Long> custodians) {
        requests.handTo(kind, subject, custodians);
    }

    /// Requests of one account that were booked under some belong to another from now on.
    public long reattribute(long from, long to, List<Long> booked) {
        return database.sql("select approvals.reattribute(:from, :to, :booked)")
                .param("from", from)
                .param("to", to)
                .param("booked", booked.toArray(Long[]::new))
                .query(Long.class)
                .single();
    }

    private Approval known(long id) {
        return requests.byId(id).orElseThrow();
    }

    private void note(@Nullable Long account, String kind, String what, String reason) {
        if (!effects.isConfidential(what)) {
            timeline.note(account, kind, Map.of("reason", reason, "textKind", "approvals.kind." + what));
        }
    }
}
