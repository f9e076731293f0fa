package mainstay.accounts;

import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.UserAdded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A new user may be the one whom files have named for long.
@Component
class ManagerArrivals {

    private final Managers managers;
    private final AccountRegister register;

    ManagerArrivals(Managers managers, AccountRegister register) {
        this.managers = managers;
        this.register = register;
    }

    @EventListener
    void on(UserAdded added) {
        if (Acting.now().filter(actor -> actor.reaches(Level.BUSINESS)).isPresent()) {
            register.lock();
            managers.grant();
        }
    }
}
