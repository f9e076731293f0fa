package mainstay.accounts;

import mainstay.identity.Actor;
import mainstay.identity.Role;

/// Who keeps the accounts in order: names, codes, groups, what is closed and what is one.
final class AccountKeepers {

    private AccountKeepers() {}

    static boolean includes(Actor actor) {
        return actor.is(Role.ADMINISTRATOR, Role.DIRECTOR, Role.CONTROLLER);
    }
}
