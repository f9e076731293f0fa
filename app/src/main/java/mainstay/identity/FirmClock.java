package mainstay.identity;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/// The time, and the calendar of the place where the firm is, wherever its server stands.
@Component
class FirmClock extends Clock {

    private final Clock machine = Clock.system(ZoneOffset.UTC);
    private final ObjectProvider<FirmDesk> firm;

    @Nullable
    private volatile ZoneId zone;

    FirmClock(ObjectProvider<FirmDesk> firm) {
        this.firm = firm;
    }

    @Override
    public Instant instant() {
        return machine.instant();
    }

    @Override
    public ZoneId getZone() {
        ZoneId known = zone;
        return known == null ? ZoneId.of(firm.getObject().settings().timeZone()) : known;
    }

    @Override
    public Clock withZone(ZoneId wanted) {
        return Clock.system(wanted);
    }

    /// Goes by the zone that the firm was last seen in. Every page asks for the settings of the firm, so that a
    /// change by another process is seen as well.
    void follow(String seen) {
        if (zone == null || !zone.getId().equals(seen)) {
            zone = ZoneId.of(seen);
        }
    }
}
