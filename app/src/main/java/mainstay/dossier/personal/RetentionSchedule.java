package mainstay.dossier.personal;

import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Deletes what has run out: soon after each start, and each night.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class RetentionSchedule {

    private final PrivacyDesk desk;

    RetentionSchedule(PrivacyDesk desk) {
        this.desk = desk;
    }

    @Scheduled(cron = "0 40 2 * * *")
    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "P1D")
    void forget() {
        Acting.run(Actor.itself(), desk::forgetExpired);
    }
}
