package mainstay.terms.rebate;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every quarter of a minute whether the accruals have fallen behind; most looks find nothing to do.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class AccrualSchedule {

    private final Accruals accruals;

    AccrualSchedule(Accruals accruals) {
        this.accruals = accruals;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT15S")
    void keepUp() {
        accruals.ensureCurrent();
    }
}
