package mainstay.ledger;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every minute for imports by other processes that died, such as a command that was killed.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class DeadImportSchedule {

    private final DeadImports dead;

    DeadImportSchedule(DeadImports dead) {
        this.dead = dead;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
    void bury() {
        dead.bury();
    }
}
