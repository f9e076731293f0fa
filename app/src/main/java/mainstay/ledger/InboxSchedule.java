package mainstay.ledger;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks into the watched folder once each night, by the clock of the firm. A night when nobody was there is made up
/// for at the next start of the same day. The look has a thread of its own: it may last for hours, and what else is
/// done from time to time goes on.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class InboxSchedule implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(InboxSchedule.class);

    private final InboxSettings settings;
    private final Inbox inbox;
    private final FirmDesk firm;
    private final Clock clock;

    private volatile Thread looking = Thread.ofVirtual().unstarted(() -> {});

    InboxSchedule(InboxSettings settings, Inbox inbox, FirmDesk firm, Clock clock) {
        this.settings = settings;
        this.inbox = inbox;
        this.firm = firm;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    void begin() {
        if (!looking.isAlive()) {
            looking = Thread.ofVirtual().name("inbox").start(this::look);
        }
    }

    /// What is broken off is gone on with after the next start.
    @Override
    public void destroy() {
        looking.interrupt();
    }

    private void look() {
        try {
            settings.watched()
                    .ifPresent(folder -> Acting.asOperator(() -> {
                        ZoneId zone = ZoneId.of(firm.settings().timeZone());
                        ZonedDateTime now = clock.instant().atZone(zone);
                        return now.toLocalTime().isBefore(settings.from())
                                ? null
                                : inbox.look(folder, now.toLocalDate());
                    }));
        } catch (RuntimeException failed) {
            LOG.error("the watched folder could not be looked into; it is tried again", failed);
        }
    }
}
