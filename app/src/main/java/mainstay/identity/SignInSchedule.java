package mainstay.identity;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Forgets twice a day who signed in longer ago than the firm wants to know.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class SignInSchedule {

    private final SignInLog log;

    SignInSchedule(SignInLog log) {
        this.log = log;
    }

    @Scheduled(initialDelayString = "PT3M", fixedDelayString = "PT12H")
    void forget() {
        Acting.run(Actor.itself(), log::forget);
    }
}
