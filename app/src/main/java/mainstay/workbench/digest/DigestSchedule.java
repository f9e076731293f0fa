package mainstay.workbench.digest;

import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks each minute whose mail is due.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class DigestSchedule {

    private final DigestRun run;

    DigestSchedule(DigestRun run) {
        this.run = run;
    }

    @Scheduled(initialDelayString = "PT100S", fixedDelayString = "PT1M")
    void send() {
        Acting.run(Actor.itself(), run::send);
    }
}
