package mainstay.portfolio.value;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every quarter of a minute whether the values have fallen behind; most looks find nothing to do.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class ValueSchedule {
    private final Values values;

    ValueSchedule(Values values) {
        this.values = values;
    }

    @Scheduled(initialDelayString = "PT10S", fixedDelayString = "PT15S")
    void keepUp() {
        values.ensureCurrent();
    }
}
