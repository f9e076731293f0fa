package mainstay.dossier.personal;

import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Deletes what has run out: soon after each start, and in the hour after the day has ended where the firm
/// is, wherever the machine stands.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class RetentionSchedule {

    private final PrivacyDesk desk;

    RetentionSchedule(PrivacyDesk desk) {
        this.desk = desk;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
    void forget() {
        Acting.run(Actor.itself(), desk::forgetExpired);
    }
}
