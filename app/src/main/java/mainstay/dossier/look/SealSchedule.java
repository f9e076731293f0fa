package mainstay.dossier.look;

import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Seals twice a minute what was looked at since.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class SealSchedule {

    private final Seals seals;

    SealSchedule(Seals seals) {
        this.seals = seals;
    }

    @Scheduled(initialDelayString = "PT20S", fixedDelayString = "PT30S")
    void seal() {
        Acting.run(Actor.itself(), seals::sealAll);
    }
}
