package mainstay.workbench.asked;

import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks each minute whether the lists of the day are to be looked at.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class MorningSchedule {

    private final Mornings mornings;

    MorningSchedule(Mornings mornings) {
        this.mornings = mornings;
    }

    @Scheduled(initialDelayString = "PT90S", fixedDelayString = "PT1M")
    void look() {
        Acting.run(Actor.itself(), mornings::look);
    }
}
