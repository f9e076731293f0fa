package mainstay.terms;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Terms begin and end with their days: most looks find nothing to do.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class TermsSchedule {

    private final TermsInForce terms;

    TermsSchedule(TermsInForce terms) {
        this.terms = terms;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT30S")
    void keepUp() {
        terms.follow();
    }
}
