package mainstay.rating.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountCard;
import mainstay.activity.Timeline;
import mainstay.approvals.Approval;
import mainstay.approvals.ApprovalWish;
import mainstay.approvals.Approvals;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes overrides and proposals, which begin once they are approved.
@Service
@Transactional
public class DecisionDesk {
    static final String OVERRIDE = "override";
    static final String PROMOTION = "promotion";
    private static final int LONGEST = 2000;
    private static final int MOST_DAYS = 366;

    private final Overrides overrides;
    private final Appointments appointments;
    private final Approvals approvals;
    private final Timeline timeline;
    private final Clock clock;

    DecisionDesk(Overrides overrides, Appointments appointments, Approvals approvals, Timeline timeline, Clock clock) {
        this.overrides = overrides;
        this.appointments = appointments;
        this.approvals = approvals;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// What was decided about an account, the newest first.
    @Transactional(readOnly = true)
    public Decisions of(long account) {
        LocalDate today = LocalDate.now(clock);
        List<SetStars> set = overrides.of(account);
        return new Decisions(
                set,
                appointments.of(account),
                set.stream().filter(one -> one.counts(today)).findFirst().orElse(null),
                today);
    }

    /// The stars that people set, by account, for the rating of a day.
    ///
    /// @param asOf  the day that is rated
    /// @param known the day up to which decisions count: later than `asOf` where the ledger lags
    ///              behind the calendar
    @Transactional(readOnly = true)
    public Map<Long, Integer> setStars(LocalDate asOf, LocalDate known) {
        return overrides.inForce(known.isAfter(asOf) ? known : asOf);
    }

    /// Grows with every decision on set stars.
    @Transactional(readOnly = true)
    public long revision() {
        return overrides.revision();
    }

    /// Asks for stars for an account until a day.
    ///
    /// @throws Problem.Invalid where something is missing or out of range
    void override(AccountCard account, int stars, String reason, @Nullable LocalDate until) {
        LocalDate today = LocalDate.now(clock);
        if (stars < 1 || stars > 4) {
            throw new Problem.Invalid("decision.badStars");
        }
        String why = reason(reason);
        if (until == null || until.isBefore(today) || until.isAfter(today.plusDays(MOST_DAYS))) {
            throw new Problem.Invalid("decision.badEnd", MOST_DAYS);
        }
        long id = overrides.add(
                account.id(), stars, why, today, until, Acting.actor().name());
        Approval approval = approvals.ask(
                wish(OVERRIDE, account, Text.of("decision.overrideTitle", account.name(), stars, until), why));
        overrides.noteApproval(id, approval.id());
    }

    /// Ends an override before its time, which a director may and who asked for it.
    void stop(AccountCard account, long id) {
        SetStars set = overrides
                .byId(id)
                .filter(one -> one.accountId() == account.id() && one.counts(LocalDate.now(clock)))
                .orElseThrow(() -> new Problem.NotFound("decision.noOverride"));
        if (!Acting.actor().is(Role.DIRECTOR) && !Acting.actor().name().equals(set.askedBy())) {
            throw new Problem.Forbidden("decision.notYours");
        }
        overrides.stop(set.id(), LocalDate.now(clock), Acting.actor().name());
        timeline.note(account.id(), "overrideStopped", Map.of("stars", String.valueOf(set.stars())));
    }

    /// Proposes an account as a key account.
    void propose(AccountCard account, String evidence) {
        String why = reason(evidence);
        List<Appointment> known = appointments.of(account.id());
        if (known.stream().anyMatch(Appointment::stands)) {
            throw new Problem.Conflict("decision.isKey", account.name());
        }
        if (known.stream().anyMatch(Appointment::isPending)) {
            throw new Problem.Conflict("decision.proposedAlready", account.name());
        }
        String found = appointments.found(account.id());
        long id = appointments.add(account.id(), why, found, Acting.actor().name(), LocalDate.now(clock));
        Approval approval = approvals.ask(wish(
                PROMOTION,
                account,
                Text.of("decision.promotionTitle", account.name(), Text.of("rating.status." + found)),
                why));
        appointments.noteApproval(id, approval.id());
    }

    /// An account is not looked after as a key account any more.
    void dismiss(AccountCard account, long id, String reason) {
        String why = reason(reason);
        boolean ended = appointments
                .byId(id)
                .filter(one -> one.accountId() == account.id())
                .map(one -> appointments.end(
                        one.id(), LocalDate.now(clock), Acting.actor().name(), why))
                .orElse(false);
        if (!ended) {
            throw new Problem.NotFound("decision.noAppointment");
        }
        timeline.note(account.id(), "appointmentEnded", Map.of("reason", why));
    }

    /// One request of a kind is pending for an account.
    private ApprovalWish wish(String kind, AccountCard account, Text title, String reason) {
        Appointments.Size size = appointments.size(account.id());
        return new ApprovalWish(
                kind,
                "account/" + account.id(),
                account.id(),
                size.stars(),
                size.revenue(),
                title,
                account.path() + "/rating",
                reason);
    }

    private static String reason(String text) {
        String why = text.strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            throw new Problem.Invalid("decision.badReason", LONGEST);
        }
        return why;
    }
}
