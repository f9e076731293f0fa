package mainstay.ledger;

import java.time.Clock;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks into the watched folder once each night, by the clock of the firm. A night when nobody was there is made up
/// for at the next start of the same day.
@Component
@ConditionalOnProperty(name = "mainstay.background", matchIfMissing = true)
class InboxSchedule {

    private final InboxSettings settings;
    private final Inbox inbox;
    private final FirmDesk firm;
    private final Clock clock;

    InboxSchedule(InboxSettings settings, Inbox inbox, FirmDesk firm, Clock clock) {
        this.settings = settings;
        this.inbox = inbox;
        this.firm = firm;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT30S", fixedDelayString = "PT1M")
    void look() {
        settings.watched()
                .ifPresent(folder -> Acting.asOperator(() -> {
                    ZoneId zone = ZoneId.of(firm.settings().timeZone());
                    ZonedDateTime now = clock.instant().atZone(zone);
                    return now.toLocalTime().isBefore(settings.from()) ? null : inbox.look(folder, now.toLocalDate());
                }));
    }
}
