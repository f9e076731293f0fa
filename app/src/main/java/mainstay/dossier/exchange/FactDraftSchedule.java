package mainstay.dossier.exchange;

import mainstay.identity.Acting;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Lets go of files that nobody decided on.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class FactDraftSchedule {

    private final FactDrafts drafts;

    FactDraftSchedule(FactDrafts drafts) {
        this.drafts = drafts;
    }

    @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1H")
    void forgetOld() {
        Acting.asOperator(drafts::forgetOld);
    }
}
