package mainstay.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.accounts.AccountBelongings.Belonging;
import mainstay.accounts.MergePreview.Terms;
import mainstay.accounts.Merges.TakenOver;
import mainstay.identity.Grants;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows what merging two accounts would do, before anybody does it.
@Service
@Transactional(readOnly = true)
class MergePreviews {

    private final Accounts accounts;
    private final List<AccountBelongings> belongings;
    private final Grants grants;
    private final Merges merges;
    private final MergedAgreements agreements;

    MergePreviews(
            Accounts accounts,
            List<AccountBelongings> belongings,
            Grants grants,
            Merges merges,
            MergedAgreements agreements) {
        this.accounts = accounts;
        this.belongings = belongings;
        this.grants = grants;
        this.merges = merges;
        this.agreements = agreements;
    }

    MergePreview of(AccountCard survivor, String mergedCode) {
        AccountCard merged =
                accounts.byCode(mergedCode).orElseThrow(() -> new Problem.NotFound("account.unknown", mergedCode));
        if (merged.id() == survivor.id()) {
            throw new Problem.Invalid("merge.itself", mergedCode);
        }
        List<Belonging> moving = new ArrayList<>();
        belongings.forEach(module -> moving.addAll(module.of(merged.id())));
        moving.removeIf(one -> one.rows() == 0);
        long people = grants.people(merges.members(merged.id()), Managers.CAUSE);
        boolean isGroup = survivor.groupId() == merged.groupId();
        TakenOver taken = merges.takenOver(survivor.id(), merged.id());
        KeptTerms terms = agreements.after(survivor.id(), merged.id(), taken);
        return new MergePreview(
                survivor,
                merged,
                after(survivor, merged, taken, terms),
                new Terms(agreements.of(survivor.id()), agreements.of(merged.id()), terms),
                moving,
                people,
                isGroup);
    }

    private static AccountCard after(AccountCard survivor, AccountCard merged, TakenOver taken, KeptTerms terms) {
        boolean ownManager = !taken.manager() || merged.managerCode() == null;
        return new AccountCard(
                survivor.id(),
                survivor.code(),
                survivor.name(),
                survivor.groupId(),
                survivor.groupCode(),
                survivor.group(),
                either(taken.category(), merged.category(), survivor.category()),
                either(taken.region(), merged.region(), survivor.region()),
                ownManager ? survivor.managerCode() : merged.managerCode(),
                ownManager ? survivor.manager() : merged.manager(),
                ownManager ? survivor.managerId() : merged.managerId(),
                terms.limit(),
                terms.days(),
                earlier(survivor.openedOn(), merged.openedOn()),
                survivor.closedOn());
    }

    private static <T> @Nullable T either(boolean taken, @Nullable T other, @Nullable T now) {
        return taken && other != null ? other : now;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate own, @Nullable LocalDate other) {
        boolean taken = own == null || (other != null && other.isBefore(own));
        return taken ? other : own;
    }
}
