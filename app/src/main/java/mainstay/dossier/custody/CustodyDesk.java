package mainstay.dossier.custody;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mainstay.accounts.AccountCard;
import mainstay.activity.Timeline;
import mainstay.dossier.custody.Custody.Term;
import mainstay.identity.Acting;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import mainstay.shared.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says who answers for an archive, and who reads what is personal in it.
@Service
@Transactional
public class CustodyDesk {

    private final Custodies custodies;
    private final PendingLoans pending;
    private final UserDesk users;
    private final Timeline timeline;

    CustodyDesk(Custodies custodies, PendingLoans pending, UserDesk users, Timeline timeline) {
        this.custodies = custodies;
        this.pending = pending;
        this.users = users;
        this.timeline = timeline;
    }

    @Transactional(readOnly = true)
    public Custody of(AccountCard account) {
        List<Long> holders = custodies.holders(account.id());
        Term named = custodies.standing(account.id()).orElse(null);
        return new Custody(
                named,
                named == null && !holders.isEmpty() ? fullName(holders.getFirst()) : null,
                custodies.members(account.id()),
                custodies.past(account.id()),
                users.all().stream().filter(User::isEnabled).toList(),
                mayGive(),
                custodies.mayName(account.id()));
    }

    private @Nullable String fullName(long user) {
        return users.byId(user).map(User::fullName).orElse(null);
    }

    static boolean mayGive() {
        return Acting.actor().is(Role.DIRECTOR, Role.ADMINISTRATOR);
    }

    /// Names custodian and deputy.
    ///
    /// @param custodian user ids; empty: nobody, so that the account's manager answers
    /// @param deputy    empty: none
    public void give(AccountCard account, String custodian, String deputy) {
        if (!mayGive()) {
            throw new Problem.Forbidden("custody.mayNotGive");
        }
        Optional<User> chosen = person(custodian, true);
        Optional<User> standIn = person(deputy, true);
        if (chosen.isEmpty() && standIn.isPresent()) {
            throw new Problem.Invalid("custody.deputyAlone");
        }
        if (chosen.isPresent() && chosen.equals(standIn)) {
            throw new Problem.Invalid("custody.samePerson");
        }
        Term before = custodies.standing(account.id()).orElse(null);
        if (isSame(before, chosen, standIn)) {
            return;
        }
        boolean oneself = isOneself(before, chosen) || isOneself(before, standIn);
        if (oneself && !custodies.alone()) {
            throw new Problem.Invalid("custody.oneself");
        }
        custodies.give(
                account.id(),
                chosen.map(User::id).orElse(null),
                standIn.map(User::id).orElse(null),
                Acting.actor().name());
        Map<String, String> detail = new HashMap<>();
        detail.put("custodian", chosen.map(User::fullName).orElse(""));
        detail.put("deputy", standIn.map(User::fullName).orElse(""));
        timeline.note(account.id(), kind(chosen.isEmpty(), oneself), detail);
        pending.follow();
    }

    private static String kind(boolean ended, boolean oneself) {
        if (oneself) {
            return "archiveCustodyAlone";
        }
        return ended ? "archiveCustodyEnded" : "archiveCustody";
    }

    /// Whether somebody gives an archive to themselves that they didn't answer for.
    private static boolean isOneself(@Nullable Term before, Optional<User> person) {
        Long actor = Acting.actor().id();
        return actor != null
                && person.filter(one -> one.id() == actor).isPresent()
                && (before == null || !before.names(actor));
    }

    private static boolean isSame(@Nullable Term before, Optional<User> custodian, Optional<User> deputy) {
        return before == null
                ? custodian.isEmpty()
                : custodian.map(User::id).filter(id -> id == before.userId()).isPresent()
                        && Objects.equals(deputy.map(User::id).orElse(null), before.deputyId());
    }

    /// Lets somebody read what is personal, too.
    public void name(AccountCard account, String member) {
        User person = person(member, false).orElseThrow(() -> new Problem.Invalid("custody.nobodyChosen"));
        Long actor = Acting.actor().id();
        if (actor != null
                && actor == person.id()
                && custodies.holders(account.id()).isEmpty()
                && !custodies.alone()) {
            throw new Problem.Invalid("custody.oneself");
        }
        change(account, person, true, "archiveNamed");
    }

    public void drop(AccountCard account, long member) {
        User person = users.byId(member).orElseThrow(() -> new Problem.NotFound("custody.unknownPerson"));
        change(account, person, false, "archiveUnnamed");
    }

    private void change(AccountCard account, User person, boolean named, String kind) {
        if (!custodies.mayName(account.id())) {
            throw new Problem.Forbidden("custody.mayNotName");
        }
        if (custodies.name(account.id(), person.id(), named, Acting.actor().name())) {
            timeline.note(account.id(), kind, Map.of("member", person.fullName()));
        }
    }

    private Optional<User> person(String id, boolean decides) {
        if (id.isBlank()) {
            return Optional.empty();
        }
        User found = id.strip().matches("\\d{1,18}")
                ? users.byId(Long.parseLong(id.strip())).orElse(null)
                : null;
        if (found == null || !found.isEnabled() || (decides && !found.role().mayDecide())) {
            throw new Problem.Invalid("custody.unknownPerson");
        }
        return Optional.of(found);
    }
}
