package mainstay.dossier.search;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Keeps the search of archives current after large files.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class ArchiveKeysSchedule {

    private final ArchiveKeys keys;

    ArchiveKeysSchedule(ArchiveKeys keys) {
        this.keys = keys;
    }

    @Scheduled(initialDelayString = "PT5S", fixedDelayString = "PT5S")
    void keepUp() {
        keys.catchUpWholly();
    }
}
