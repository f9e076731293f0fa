package mainstay.accounts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mainstay.accounts.AccountBelongings.Belonging;
import mainstay.identity.Grants;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows what merging two accounts would do, before anybody does it.
@Service
@Transactional(readOnly = true)
class MergePreviews {

    private static final int SUGGESTED = 20;

    private final Accounts accounts;
    private final List<AccountBelongings> belongings;
    private final Grants grants;
    private final Merges merges;
    private final JdbcClient database;

    MergePreviews(
            Accounts accounts, List<AccountBelongings> belongings, Grants grants, Merges merges, JdbcClient database) {
        this.accounts = accounts;
        this.belongings = belongings;
        this.grants = grants;
        this.merges = merges;
        this.database = database;
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
        return new MergePreview(survivor, merged, after(survivor, merged), moving, people, isGroup);
    }

    /// Accounts that a word means, or that bear the same name where none is given.
    List<AccountCard> candidates(AccountCard survivor, String words) {
        List<Long> found = database.sql("""
                        select a.id from accounts.pub_account a
                        where a.id in (select accounts.matching(:words)) and a.id <> :survivor
                        order by a.name collate "zh-x-icu", a.id limit :most
                        """)
                .param("words", words.isBlank() ? survivor.name() : words)
                .param("survivor", survivor.id())
                .param("most", SUGGESTED)
                .query((row, number) -> row.getLong("id"))
                .list();
        return accounts.byIds(found);
    }

    private static AccountCard after(AccountCard survivor, AccountCard merged) {
        boolean ownManager = survivor.managerCode() != null;
        return new AccountCard(
                survivor.id(),
                survivor.code(),
                survivor.name(),
                survivor.groupId(),
                survivor.groupCode(),
                survivor.group(),
                or(survivor.category(), merged.category()),
                or(survivor.region(), merged.region()),
                ownManager ? survivor.managerCode() : merged.managerCode(),
                ownManager ? survivor.manager() : merged.manager(),
                ownManager ? survivor.managerId() : merged.managerId(),
                or(survivor.creditLimit(), merged.creditLimit()),
                or(survivor.paymentTermDays(), merged.paymentTermDays()),
                earlier(survivor.openedOn(), merged.openedOn()),
                survivor.closedOn());
    }

    private static <T> @Nullable T or(@Nullable T own, @Nullable T other) {
        return own == null ? other : own;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate own, @Nullable LocalDate other) {
        boolean taken = own == null || (other != null && other.isBefore(own));
        return taken ? other : own;
    }
}
