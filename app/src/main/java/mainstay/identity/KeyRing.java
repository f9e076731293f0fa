package mainstay.identity;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What administrators see of the keys of somebody, and take away when one is lost.
@Service
@Transactional
class KeyRing {

    private final SecondFactorDesk factors;
    private final PasskeyDesk devices;
    private final Passkeys passkeys;
    private final ProviderPeople people;
    private final ApplicationEventPublisher events;

    KeyRing(
            SecondFactorDesk factors,
            PasskeyDesk devices,
            Passkeys passkeys,
            ProviderPeople people,
            ApplicationEventPublisher events) {
        this.factors = factors;
        this.devices = devices;
        this.passkeys = passkeys;
        this.people = people;
        this.events = events;
    }

    @Transactional(readOnly = true)
    Keys of(User user) {
        return new Keys(factors.state(user.id()), passkeys.of(user.id()), people.isBound(user.id()));
    }

    /// @return whether there was a second factor
    boolean resetFactor(User user) {
        return factors.remove(user.id(), "reset");
    }

    /// @return the name of the passkey, where there was one
    Optional<String> removePasskey(User user, long id) {
        return devices.remove(user.id(), id);
    }

    /// The identity server may name another one as this user from now on.
    ///
    /// @return whether it knew one
    boolean release(User user) {
        boolean released = people.release(user.id());
        if (released) {
            events.publishEvent(new UserChanged(user.id(), "provider", "released"));
        }
        return released;
    }
}
