package mainstay.accounts;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the search current after large files.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class SearchSchedule {

    private final SearchUpkeep upkeep;

    SearchSchedule(SearchUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Scheduled(initialDelayString = "PT2S", fixedDelayString = "PT3S")
    void keepUp() {
        upkeep.catchUpWholly();
    }
}
