package mainstay.rating.finding;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every quarter of a minute whether the findings have fallen behind; most looks find nothing to do.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class FindingSchedule {
    private final Findings findings;

    FindingSchedule(Findings findings) {
        this.findings = findings;
    }

    @Scheduled(initialDelayString = "PT8S", fixedDelayString = "PT15S")
    void keepUp() {
        findings.ensureCurrent();
    }
}
