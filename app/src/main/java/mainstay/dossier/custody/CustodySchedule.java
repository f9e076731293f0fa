package mainstay.dossier.custody;

import mainstay.identity.Acting;
import mainstay.identity.Actor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Accounts get other managers and people leave: each minute, requests that wait follow them.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class CustodySchedule {

    private final PendingLoans pending;

    CustodySchedule(PendingLoans pending) {
        this.pending = pending;
    }

    @Scheduled(initialDelayString = "PT40S", fixedDelayString = "PT1M")
    void follow() {
        Acting.run(Actor.itself(), pending::follow);
    }
}
