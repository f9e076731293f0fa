package mainstay.accounts;

import mainstay.identity.UserAdded;
import mainstay.identity.UserChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// A new user may be the one whom files have named for long.
@Component
class ManagerArrivals {

    private final Managers managers;

    ManagerArrivals(Managers managers) {
        this.managers = managers;
    }

    @EventListener
    void on(UserAdded added) {
        managers.grant();
    }

    @EventListener
    void on(UserChanged changed) {
        managers.grant();
    }
}
