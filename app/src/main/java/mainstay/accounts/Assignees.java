package mainstay.accounts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mainstay.accounts.AccountChoices.Choice;
import mainstay.identity.ManagerCodes.ManagerCode;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.identity.UserDesk;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// To whom accounts may be given: managers whom files name, and users in charge whom none has named yet.
@Component
@Transactional
class Assignees {

    static final String NOBODY = "nobody";

    private static final String BY_CODE = "code:";
    static final String BY_USER = "user:";
    private static final Set<Role> IN_CHARGE = Set.of(Role.KAM, Role.DIRECTOR);

    private final Managers managers;
    private final UserDesk users;

    Assignees(Managers managers, UserDesk users) {
        this.managers = managers;
        this.users = users;
    }

    /// Whom a choice means.
    sealed interface Meant {

        /// @param code null: nobody
        record Manager(@Nullable String code, String name) implements Meant {}

        record Gone(String messageKey, String argument) implements Meant {}
    }

    @Transactional(readOnly = true)
    List<Choice> all() {
        Map<Long, User> byId = new HashMap<>();
        users.all().forEach(user -> byId.put(user.id(), user));
        Set<Long> named = new HashSet<>();
        List<Choice> choices = new ArrayList<>();
        for (ManagerCode manager : managers.all()) {
            User user = manager.userId() == null ? null : byId.get(manager.userId());
            if (manager.userId() != null) {
                named.add(manager.userId());
            }
            if (user == null || user.isEnabled()) {
                choices.add(new Choice(BY_CODE + manager.code(), label(manager)));
            }
        }
        byId.values().stream()
                .filter(user -> mayManage(user) && !named.contains(user.id()))
                .forEach(user -> choices.add(new Choice(BY_USER + user.id(), user.fullName())));
        return choices;
    }

    private static String label(ManagerCode manager) {
        return manager.name().equals(manager.code()) ? manager.name() : manager.name() + " (" + manager.code() + ")";
    }

    /// Looks again: who could be chosen a minute ago may have left since.
    Meant meant(String choice) {
        if (choice.equals(NOBODY)) {
            return new Meant.Manager(null, "");
        }
        if (choice.startsWith(BY_CODE)) {
            return byCode(choice.substring(BY_CODE.length()));
        }
        if (choice.matches(BY_USER + "\\d{1,18}")) {
            return byUser(Long.parseLong(choice.substring(BY_USER.length())));
        }
        return new Meant.Gone("lists.assign.nobodyChosen", "");
    }

    private Meant byCode(String code) {
        Optional<ManagerCode> found = managers.all().stream()
                .filter(manager -> manager.code().equals(code))
                .findFirst();
        if (found.isEmpty()) {
            return new Meant.Gone("lists.assign.noManager", code);
        }
        ManagerCode manager = found.get();
        boolean left = manager.userId() != null
                && users.byId(manager.userId()).filter(User::isEnabled).isEmpty();
        return left
                ? new Meant.Gone("lists.assign.left", manager.name())
                : new Meant.Manager(manager.code(), manager.name());
    }

    private Meant byUser(long id) {
        User user = users.byId(id).orElse(null);
        if (user == null || !user.isEnabled()) {
            return new Meant.Gone("lists.assign.left", user == null ? String.valueOf(id) : user.fullName());
        }
        if (!mayManage(user)) {
            return new Meant.Gone("lists.assign.notInCharge", user.fullName());
        }
        return managers.all().stream()
                .filter(manager -> manager.isOf(id))
                .findFirst()
                .<Meant>map(manager -> new Meant.Manager(manager.code(), manager.name()))
                .orElseGet(() -> new Meant.Manager(managers.keepUser(user), user.fullName()));
    }

    static boolean mayManage(User user) {
        return user.isEnabled() && IN_CHARGE.contains(user.role());
    }
}
