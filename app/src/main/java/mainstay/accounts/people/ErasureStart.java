package mainstay.accounts.people;

import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// With each start, as the last thing before may have been a restore.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class ErasureStart {

    private final Erasures erasures;

    ErasureStart(Erasures erasures) {
        this.erasures = erasures;
    }

    @EventListener(ApplicationReadyEvent.class)
    void settle() {
        Acting.run(Actor.itself(), erasures::settle);
    }
}
