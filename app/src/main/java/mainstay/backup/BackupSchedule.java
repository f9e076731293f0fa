package mainstay.backup;

import mainstay.identity.Acting;
import mainstay.identity.Actor;
import mainstay.shared.Problem;
import mainstay.shared.web.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every minute whether the backup of the night is to be made; one that was missed is made after the next start
/// of the same day. It has a thread of its own: what else is done from time to time goes on.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class BackupSchedule implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(BackupSchedule.class);

    private final Nights nights;
    private final Texts texts;

    private volatile Thread working = Thread.ofVirtual().unstarted(() -> {});

    BackupSchedule(Nights nights, Texts texts) {
        this.nights = nights;
        this.texts = texts;
    }

    @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1M")
    void begin() {
        if (!working.isAlive()) {
            working = Thread.ofPlatform().daemon().name("backup").start(this::look);
        }
    }

    /// What is broken off leaves no file.
    @Override
    public void destroy() {
        working.interrupt();
    }

    private void look() {
        try {
            Acting.as(Actor.itself(), nights::run);
        } catch (Problem told) {
            LOG.error("no backup was made: {}", texts.get(Texts.ENGLISH, told.messageKey(), told.arguments()));
        } catch (RuntimeException failed) {
            if (!Thread.currentThread().isInterrupted()) {
                LOG.error("no backup was made; it is tried again", failed);
            }
        }
    }
}
