package mainstay.approvals;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import mainstay.approvals.Steps.Asked;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.shared.Problem;
import mainstay.shared.web.Text;
import org.jspecify.annotations.Nullable;

/// Who there is to decide on a request of somebody: nobody decides on their own, except in a firm of one.
///
/// @param people    everybody who may sign in
/// @param ownRoles  who alone may know of the request; empty where it is no secret
/// @param requester null for the local operator
/// @param custodians who answers for what the request is about
record Roster(List<User> people, @Nullable Long requester, List<String> ownRoles, List<Long> custodians) {

    private static final List<Role> STAND_INS = List.of(Role.DIRECTOR, Role.ADMINISTRATOR);

    Roster {
        people = people.stream().filter(User::isEnabled).toList();
    }

    /// The steps that are asked: those the rule names, each with somebody who can decide it. A step that falls to
    /// a role that is asked anyway is not asked twice.
    ///
    /// @throws Problem.Conflict where there is nobody for one of them
    List<Asked> asked(List<RuleStep> steps) {
        List<Asked> wanted = steps.stream().map(this::asked).toList();
        List<Asked> asked = new ArrayList<>();
        for (Asked next : wanted) {
            boolean fallen = next.insteadOf() != null;
            boolean askedAnyway = wanted.stream().anyMatch(other -> other.insteadOf() == null && same(other, next))
                    || asked.stream().anyMatch(earlier -> same(earlier, next));
            if (!fallen || !askedAnyway) {
                asked.add(next);
            }
        }
        return asked;
    }

    private static boolean same(Asked one, Asked other) {
        return Objects.equals(one.role(), other.role()) && Objects.equals(one.userId(), other.userId());
    }

    private Asked asked(RuleStep step) {
        if (hasSomebody(step)) {
            return new Asked(step.turn(), step.role(), step.userId(), null, false);
        }
        String wanted = step.role() == null ? "named" : step.role();
        Optional<Role> standIn =
                STAND_INS.stream().filter(this::holdsSomebodyElse).findFirst();
        if (standIn.isPresent()) {
            return new Asked(step.turn(), standIn.get().code(), null, wanted, false);
        }
        if (User.isAlone(requester, people)) {
            return new Asked(step.turn(), null, requester, wanted, true);
        }
        throw new Problem.Conflict("approvals.nobody", Text.of(roleKey(wanted)));
    }

    private static String roleKey(String wanted) {
        return wanted.equals("named") ? "approvals.named" : "role." + wanted;
    }

    private boolean hasSomebody(RuleStep step) {
        return people.stream()
                .filter(this::isSomebodyElse)
                .filter(user -> user.role().mayDecide())
                .anyMatch(user -> isNamed(step, user));
    }

    private boolean isNamed(RuleStep step, User user) {
        Long person = step.userId();
        if (person != null) {
            return user.id() == person;
        }
        return RuleStep.CUSTODIAN.equals(step.role())
                ? custodians.contains(user.id())
                : user.role().code().equals(step.role());
    }

    private boolean holdsSomebodyElse(Role role) {
        return people.stream().filter(this::isSomebodyElse).anyMatch(user -> user.role() == role);
    }

    private boolean isSomebodyElse(User user) {
        return (requester == null || user.id() != requester)
                && (ownRoles.isEmpty() || ownRoles.contains(user.role().code()));
    }
}
