package mainstay.team.duty;

import java.util.List;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.web.Text;
import mainstay.team.member.TeamRights;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Gives duties, all that are asked for or none, and says it in words where somebody else was faster.
@Component
public class Assigning {

    private final DutyDesk desk;
    private final Pools pools;
    private final UserDesk users;
    private final TransactionTemplate transactions;

    Assigning(DutyDesk desk, Pools pools, UserDesk users, PlatformTransactionManager transactions) {
        this.desk = desk;
        this.pools = pools;
        this.users = users;
        this.transactions = new TransactionTemplate(transactions);
    }

    /// @param instead who was shown as accountable so far; null where nobody was
    Optional<Text> accountable(AccountCard account, List<Integer> fields, String user, @Nullable Long instead) {
        if (fields.isEmpty()) {
            return Optional.of(Text.of("duty.wrong.field"));
        }
        return all(
                account,
                fields.stream()
                        .map(field -> new DutyDesk.Wish(field, user, Duty.ACCOUNTABLE, null, instead, false))
                        .toList());
    }

    /// @return what speaks against one of them; none where all are kept
    public Optional<Text> all(AccountCard account, List<DutyDesk.Wish> wishes) {
        try {
            return transactions.execute(state -> {
                for (DutyDesk.Wish wish : wishes) {
                    Optional<Text> refusal = desk.assign(account, wish);
                    if (refusal.isPresent()) {
                        state.setRollbackOnly();
                        return refusal;
                    }
                }
                return Optional.<Text>empty();
            });
        } catch (DataIntegrityViolationException faster) {
            return Optional.of(Text.of("duty.wrong.faster"));
        }
    }

    void order(AccountCard account, List<Integer> fields, long first, long second) {
        transactions.executeWithoutResult(state -> fields.forEach(field -> desk.order(account, field, first, second)));
    }

    /// @param field null for all fields that nobody else owns
    /// @param user  number of the person; empty for nobody
    public Optional<Text> pool(@Nullable Integer field, String user) {
        if (field != null && desk.fields().stream().noneMatch(one -> one.id() == field)) {
            return Optional.of(Text.of("duty.wrong.field"));
        }
        Optional<User> owner = user.matches("\\d{1,18}")
                ? users.byId(Long.parseLong(user)).filter(TeamRights::canAct)
                : Optional.empty();
        if (owner.isEmpty() && !user.isEmpty()) {
            return Optional.of(Text.of("duty.wrong.user"));
        }
        try {
            transactions.executeWithoutResult(
                    state -> pools.own(field, owner.map(User::id).orElse(null)));
            return Optional.empty();
        } catch (DataIntegrityViolationException faster) {
            return Optional.of(Text.of("duty.wrong.faster"));
        }
    }
}
