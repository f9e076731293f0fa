package mainstay.planning.effect;

import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every hour whether windows have closed or the ledger has changed; most looks find nothing to do.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class EffectSchedule {

    private final EffectRun run;

    EffectSchedule(EffectRun run) {
        this.run = run;
    }

    @Scheduled(initialDelayString = "PT2M", fixedDelayString = "PT1H")
    void measure() {
        Acting.as(Actor.itself(), run::run);
    }
}
