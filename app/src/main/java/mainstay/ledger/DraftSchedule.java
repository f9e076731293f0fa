package mainstay.ledger;

import mainstay.identity.Acting;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Clears away every hour what nobody finished.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class DraftSchedule {

    private final DraftDesk desk;

    DraftSchedule(DraftDesk desk) {
        this.desk = desk;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1H")
    void clear() {
        Acting.asOperator(desk::clear);
    }
}
