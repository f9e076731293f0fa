package mainstay.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// A clock that stands still until a story moves it, and takes the clock of the policies along.
public final class StandingClock extends Clock {

    public static final Instant START = Instant.parse("2026-11-16T01:00:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    public void advance(Duration duration) {
        setTo(now.plus(duration));
    }

    public void reset() {
        setTo(START);
    }

    /// Moves the application's clock and, as the owner, the database's.
    public void setTo(Instant instant) {
        now = instant;
        TestServer.executeAt(StoryDatabase.ownerUrl(), """
                do $$ begin
                    execute format('create or replace function identity.clock() returns timestamptz
                                    language sql stable return now() + %%L::interval', timestamptz '%s' - now());
                end $$
                """.formatted(instant));
    }
}
