package mainstay.accounts;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainstay.accounts.PlacementDecision.Placed;
import mainstay.accounts.PlacementDecision.Refused;
import mainstay.activity.Timeline;
import mainstay.shared.web.Text;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Puts accounts under others from a day on, by hand.
@Service
@Transactional
class PlacementDesk {

    private final Accounts accounts;
    private final AccountRegister register;
    private final Parents parents;
    private final MasterRows rows;
    private final Standing standing;
    private final ApplicationEventPublisher events;
    private final Timeline timeline;

    PlacementDesk(
            Accounts accounts,
            AccountRegister register,
            Parents parents,
            MasterRows rows,
            Standing standing,
            ApplicationEventPublisher events,
            Timeline timeline) {
        this.accounts = accounts;
        this.register = register;
        this.parents = parents;
        this.rows = rows;
        this.standing = standing;
        this.events = events;
        this.timeline = timeline;
    }

    PlacementDecision place(AccountCard child, Placement wanted) {
        Optional<AccountCard> parent = accounts.byCode(wanted.parent().strip());
        if (parent.isEmpty()) {
            return new Refused(Text.of("account.problem.unknown-parent", wanted.parent()));
        }
        if (parent.get().id() == child.id()) {
            return new Refused(Text.of("group.itself", child.name()));
        }
        if (!wanted.isInOrder()) {
            return new Refused(Text.of("group.order", wanted.start(), wanted.end()));
        }
        if (!wanted.isShare()) {
            return new Refused(Text.of("account.problem.holding-out-of-range", String.valueOf(wanted.holding())));
        }
        return place(child, parent.get(), wanted);
    }

    private PlacementDecision place(AccountCard child, AccountCard parent, Placement wanted) {
        lock();
        List<ParentLink> before = rows.links();
        keep(child.id(), parents.of(child.id()).put(parent.id(), wanted.holding(), wanted.start(), wanted.end()));
        if (!GroupCircles.in(rows.links()).isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            List<Long> chain = GroupChain.between(before, parent.id(), child.id());
            return new Refused(Text.of("group.circle", child.name(), parent.name(), names(chain)));
        }
        timeline.note(child.id(), "accountPlaced", Map.of("day", day(wanted.start()), "parent", parent.name()));
        return new Placed();
    }

    /// From a day on the account stands alone.
    PlacementDecision end(AccountCard child, LocalDate from) {
        lock();
        ParentSteps steps = parents.of(child.id());
        if (steps.on(from).parent() == null) {
            return new Refused(Text.of("group.noParent", child.name(), from));
        }
        keep(child.id(), steps.put(null, null, from, LocalDate.MAX));
        timeline.note(child.id(), "parentEnded", Map.of("day", day(from)));
        return new Placed();
    }

    /// What files say counts again. Where that would make a circle now, the account stands alone.
    void leaveToFiles(AccountCard child) {
        lock();
        parents.leaveToFiles(child.id());
        restore(child.id());
        if (!GroupCircles.in(rows.links()).isEmpty()) {
            rows.unlink(Set.of(child.id()));
        }
        timeline.note(child.id(), "parentLeftToFiles", Map.of());
    }

    private void keep(long child, ParentSteps steps) {
        parents.keep(child, steps);
        restore(child);
    }

    private void restore(long child) {
        standing.restore(new Long[] {child});
        events.publishEvent(new GroupChanged(child));
    }

    private void lock() {
        events.publishEvent(new AccountsChanging());
        register.lock();
    }

    private String names(List<Long> ids) {
        return String.join(" › ", accounts.names(ids));
    }

    private static String day(LocalDate day) {
        return day.equals(LocalDate.MIN) ? "" : day.toString();
    }
}
