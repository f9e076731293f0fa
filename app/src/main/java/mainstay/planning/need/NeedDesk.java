package mainstay.planning.need;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mainstay.activity.Timeline;
import mainstay.identity.Level;
import mainstay.planning.PlanningPeople;
import mainstay.planning.Written;
import mainstay.shared.Problem;
import mainstay.shared.web.PageContext;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Writes needs down, and reads them beside what we did.
@Service
@Transactional
public class NeedDesk {

    private final Needs needs;
    private final Supplies supplies;
    private final Timeline timeline;
    private final Clock clock;

    NeedDesk(Needs needs, Supplies supplies, Timeline timeline, Clock clock) {
        this.needs = needs;
        this.supplies = supplies;
        this.timeline = timeline;
        this.clock = clock;
    }

    /// A need and what was done for it.
    ///
    /// @param supply null for a wish, which the ledger knows nothing of
    public record Answered(Need need, @Nullable Supply supply) {}

    @Transactional(readOnly = true)
    public List<Answered> of(long account) {
        return needs.of(account).stream().map(this::answered).toList();
    }

    @Transactional(readOnly = true)
    public Answered at(long id) {
        return needs.byId(id).map(this::answered).orElseThrow(NeedDesk::unknown);
    }

    private Answered answered(Need need) {
        return new Answered(need, need.isSupply() ? supplies.of(need) : null);
    }

    private static Problem unknown() {
        return new Problem.NotFound("need.unknown");
    }

    /// The form of a new need.
    ///
    /// @param noted what it begins with
    @Transactional(readOnly = true)
    public Written empty(NotedNeed noted, PageContext page) {
        LocalDate today = LocalDate.now(clock);
        return noted.in(NeedForm.empty(today), today, page);
    }

    /// Needs that work can be done for: those that are open.
    @Transactional(readOnly = true)
    public List<Need> open(long account) {
        return needs.of(account).stream().filter(Need::isOpen).toList();
    }

    /// Whether the reader may see what an account needs.
    @Transactional(readOnly = true)
    public boolean sees(long account) {
        return needs.level(account) >= Level.BUSINESS.number();
    }

    @Transactional(readOnly = true)
    public boolean mayWrite(long account) {
        return PlanningPeople.mayPlan() && sees(account);
    }

    /// @return its number; nothing where the form is refused, and then it says why
    public Optional<Long> add(long account, Written form) {
        if (!mayWrite(account)) {
            throw new Problem.Forbidden("account.notYours");
        }
        UUID submission = form.submission();
        Optional<Long> sent = needs.bySubmission(submission);
        if (sent.isPresent()) {
            return sent;
        }
        Map<String, @Nullable Object> columns = columns(account, form);
        if (form.isRefused()) {
            return Optional.empty();
        }
        long id = needs.add(account, columns, submission);
        timeline.note(account, "need", Map.of("title", form.of("title")));
        return Optional.of(id);
    }

    /// @return whether it was changed; else the form says why not
    public boolean change(long id, Written form) {
        Need now = needs.held(id).orElseThrow(NeedDesk::unknown);
        Map<String, @Nullable Object> columns = columns(now.accountId(), form);
        if (form.isOvertaken(now.written(), now.version(), now.changedBy(), now.changedAt()) || form.isRefused()) {
            return false;
        }
        needs.change(id, columns);
        if (!now.state().equals(form.of("state"))) {
            timeline.note(
                    now.accountId(),
                    "needState",
                    Map.of("textState", "need.state." + form.of("state"), "title", form.of("title")));
        }
        return true;
    }

    private Map<String, @Nullable Object> columns(long account, Written form) {
        Map<String, @Nullable Object> columns = NeedForm.columns(form, LocalDate.now(clock));
        Object person = columns.get("person_id");
        if (person != null && !needs.worksAt((Long) person, account)) {
            form.refuse("person", Text.of("need.wrong.person"));
        }
        return Objects.requireNonNull(columns);
    }
}
