package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Days begin and end where the firm is, whatever the zone of the server.
@Story
class FirmCalendarTests {

    @Autowired
    FirmDesk firm;

    @Autowired
    FirmClock calendar;

    @Autowired
    StandingClock clock;

    @Autowired
    JdbcClient database;

    private void moveTo(String zone) {
        Acting.asOperator(() -> {
            firm.settle(new FirmSettings("Firm", "CNY", zone, 1, "unknown", "pinyin", "12345", true));
            return firm.settings();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Shanghai,    2026-11-15T15:59:59Z, 2026-11-15",
        "Asia/Shanghai,    2026-11-15T16:00:00Z, 2026-11-16",
        "America/New_York, 2026-11-15T16:00:00Z, 2026-11-15",
        "America/New_York, 2026-11-16T04:59:59Z, 2026-11-15",
        "Pacific/Auckland, 2026-11-15T11:00:00Z, 2026-11-16",
    })
    void what_ends_with_a_day_ends_at_midnight_of_the_firm(String zone, Instant moment, LocalDate day) {
        moveTo(zone);
        clock.setTo(moment);

        LocalDate today = Acting.asOperator(() -> database.sql("select identity.pub_today()")
                .query(LocalDate.class)
                .single());

        assertThat(today).isEqualTo(day);
        assertThat(moment.atZone(calendar.getZone()).toLocalDate()).isEqualTo(day);
    }

    @Test
    void the_calendar_follows_the_firm_at_once() {
        moveTo("Europe/London");
        assertThat(calendar.getZone()).isEqualTo(ZoneId.of("Europe/London"));
        moveTo("Asia/Tokyo");
        assertThat(calendar.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    }
}
