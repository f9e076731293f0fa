package mainstay.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What administrators see of the keys of somebody, and take away when one is lost: whoever came in with it
/// is out too.
@Service
@Transactional
class KeyRing {

    private final SecondFactorDesk factors;
    private final PasskeyDesk devices;
    private final Passkeys passkeys;
    private final ProviderPeople people;
    private final UserDesk desk;
    private final ApplicationEventPublisher events;

    KeyRing(
            SecondFactorDesk factors,
            PasskeyDesk devices,
            Passkeys passkeys,
            ProviderPeople people,
            UserDesk desk,
            ApplicationEventPublisher events) {
        this.factors = factors;
        this.devices = devices;
        this.passkeys = passkeys;
        this.people = people;
        this.desk = desk;
        this.events = events;
    }

    @Transactional(readOnly = true)
    Keys of(User user) {
        return new Keys(
                factors.state(user.id()),
                passkeys.of(user.id()),
                people.tie(user.id()).orElse(null));
    }

    /// The numbers of the users whom the identity server knows.
    @Transactional(readOnly = true)
    Set<Long> bound() {
        return people.bound();
    }

    /// @return whether there was a second factor
    boolean resetFactor(User user) {
        boolean removed = factors.remove(user.id(), "reset");
        if (removed) {
            desk.endSessions(user.id(), null);
        }
        return removed;
    }

    /// All at once, where somebody else may have registered one.
    ///
    /// @return how many there were
    int removePasskeys(User user) {
        List<Passkey> all = passkeys.of(user.id());
        all.forEach(passkey -> devices.remove(user.id(), passkey.id()));
        return all.size();
    }

    /// @return the name of the passkey, where there was one
    Optional<String> removePasskey(User user, long id) {
        Optional<String> removed = devices.remove(user.id(), id);
        removed.ifPresent(name -> desk.endSessions(user.id(), null));
        return removed;
    }

    /// The identity server may name another one as this user from now on.
    ///
    /// @param session number of the one that asks, where it is the user's own; it goes on
    /// @return whether it knew one
    boolean release(User user, @Nullable String session) {
        boolean released = people.release(user.id());
        if (released) {
            desk.endSessions(user.id(), session);
            events.publishEvent(new UserChanged(user.id(), "provider", "released"));
        }
        return released;
    }
}
