package mainstay.accounts;

import java.util.List;
import java.util.Map;
import mainstay.accounts.AccountOpening.Opened;
import mainstay.accounts.AccountOpening.Refused;
import mainstay.accounts.AccountOpening.Taken;
import mainstay.activity.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/// Opens accounts by hand. A file that names the same code later means the same account.
@Service
@Transactional
class AccountDesk {

    private static final int LONGEST_TEXT = 200;

    private final AccountRegister register;
    private final Accounts accounts;
    private final MasterRows rows;
    private final Standing standing;
    private final Managers managers;
    private final Timeline timeline;

    AccountDesk(
            AccountRegister register,
            Accounts accounts,
            MasterRows rows,
            Standing standing,
            Managers managers,
            Timeline timeline) {
        this.register = register;
        this.accounts = accounts;
        this.rows = rows;
        this.standing = standing;
        this.managers = managers;
        this.timeline = timeline;
    }

    AccountOpening open(AccountMaster wanted) {
        if (isLong(wanted.code()) || isLong(wanted.name()) || isLong(wanted.managerCode())) {
            return new Refused("account.tooLong", LONGEST_TEXT);
        }
        List<MasterProblem> problems = new MasterChecks(List.of(wanted)).problems();
        if (!problems.isEmpty()) {
            return new Refused(
                    problems.getFirst().reason().key(),
                    String.valueOf(problems.getFirst().value()));
        }
        String parentCode = wanted.parent();
        Long parent = parentCode == null
                ? null
                : accounts.byCode(parentCode).map(AccountCard::id).orElse(null);
        if (parentCode != null && parent == null) {
            return new Refused(MasterProblem.Reason.UNKNOWN_PARENT.key(), parentCode);
        }
        boolean newcomer = !managers.areKnown(wanted);
        if (newcomer) {
            register.lock();
            managers.keep(List.of(wanted));
        } else {
            register.share();
        }
        return register.open(wanted)
                .map(id -> opened(id, wanted, parent, newcomer))
                .orElseGet(() -> taken(wanted.code()));
    }

    private AccountOpening opened(long id, AccountMaster wanted, @Nullable Long parent, boolean newcomer) {
        rows.insertByHand(id, wanted, parent);
        standing.begin(id, wanted);
        if (newcomer) {
            managers.grant();
        } else {
            managers.grant(id);
        }
        timeline.note(id, "accountOpened", Map.of("code", wanted.code()));
        return new Opened(wanted.code());
    }

    /// Nothing stays of it, not even the name of a manager.
    private static AccountOpening taken(String code) {
        TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
        return new Taken(code);
    }

    private static boolean isLong(@Nullable String text) {
        return text != null && text.length() > LONGEST_TEXT;
    }
}
