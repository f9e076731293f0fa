package mainstay.accounts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainstay.accounts.MergeDecision.Merged;
import mainstay.accounts.MergeDecision.Refused;
import mainstay.accounts.MergeDecision.Undone;
import mainstay.activity.Timeline;
import mainstay.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// Makes one account of two, and two of one again. Nothing is lost in between: each fact keeps by whose code
/// it came.
@Service
@Transactional
class MergeDesk {

    private final Accounts accounts;
    private final AccountRegister register;
    private final Merges merges;
    private final MasterRows rows;
    private final Standing standing;
    private final AccountFollowers followers;
    private final ApplicationEventPublisher events;
    private final Timeline timeline;

    MergeDesk(
            Accounts accounts,
            AccountRegister register,
            Merges merges,
            MasterRows rows,
            Standing standing,
            AccountFollowers followers,
            ApplicationEventPublisher events,
            Timeline timeline) {
        this.accounts = accounts;
        this.register = register;
        this.merges = merges;
        this.rows = rows;
        this.standing = standing;
        this.followers = followers;
        this.events = events;
        this.timeline = timeline;
    }

    MergeDecision merge(String survivorCode, String mergedCode) {
        lock();
        Optional<AccountCard> survivor = accounts.byCode(survivorCode);
        Optional<AccountCard> merged = accounts.byCode(mergedCode);
        if (survivor.isEmpty() || merged.isEmpty()) {
            return Refused.because("account.unknown", survivor.isEmpty() ? survivorCode : mergedCode);
        }
        if (survivor.get().id() == merged.get().id()) {
            return Refused.because("merge.itself", survivorCode);
        }
        return merge(survivor.get(), merged.get());
    }

    private MergeDecision merge(AccountCard survivor, AccountCard merged) {
        List<Long> members = merges.members(merged.id());
        List<ParentLink> before = rows.links();
        long id = merges.merge(merged.id(), survivor.id());
        restore(members, survivor.id());
        if (!GroupCircles.in(rows.links()).isEmpty()) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            List<Long> chain = GroupChain.between(before, survivor.id(), merged.id());
            return Refused.because("merge.circle", survivor.name(), merged.name(), names(chain));
        }
        reattribute(merged.id(), survivor.id(), members);
        timeline.note(survivor.id(), "accountMerged", Map.of("code", merged.code(), "name", merged.name()));
        return new Merged(id, survivor, merged);
    }

    /// As below, where the merge made the account of this address what it is.
    MergeDecision undo(String address, long id) {
        long account = accounts.byAddress(address)
                .or(() -> accounts.standingFor(address))
                .orElseThrow(() -> new Problem.NotFound("account.unknown", address))
                .id();
        boolean isOther = merges.standing(id)
                .filter(merge -> !merges.members(account).contains(merge.survivorId()))
                .isPresent();
        if (isOther) {
            throw new Problem.NotFound("merge.gone", String.valueOf(id));
        }
        return undo(id);
    }

    /// Takes a merge back, also one whose survivor was merged into yet another account since.
    MergeDecision undo(long id) {
        lock();
        Merge merge = merges.standing(id).orElse(null);
        if (merge == null) {
            return Refused.because("merge.gone", String.valueOf(id));
        }
        long root = merges.survivor(merge.mergedId());
        List<Long> members = merges.members(merge.mergedId());
        merges.undo(merge);
        restore(members, merge.survivorId());
        Set<Long> circling = new HashSet<>(GroupCircles.in(rows.links()));
        circling.retainAll(Set.of(merge.mergedId(), merge.survivorId()));
        rows.unlink(circling);
        reattribute(root, merge.mergedId(), members);
        Map<String, String> detail = Map.of("code", merge.code(), "name", merge.name());
        timeline.note(root, "accountParted", detail);
        timeline.note(merge.mergedId(), "accountParted", detail);
        return new Undone(
                merge,
                accounts.byId(root).orElse(null),
                accounts.byId(merge.mergedId()).orElse(null));
    }

    /// Imports take their locks in this order too.
    private void lock() {
        events.publishEvent(new AccountsChanging());
        register.lock();
    }

    private void restore(List<Long> members, long survivor) {
        Set<Long> touched = new HashSet<>(members);
        touched.add(survivor);
        touched.addAll(merges.childrenOf(members));
        standing.restore(touched.toArray(Long[]::new));
    }

    private void reattribute(long from, long to, List<Long> booked) {
        followers.follow(from, to, booked);
        events.publishEvent(new AccountsReattributed(from, to, booked));
    }

    private String names(List<Long> ids) {
        return String.join(" › ", accounts.names(ids));
    }
}
