package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import mainstay.identity.FirmDesk;
import mainstay.identity.FirmSettings;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Story
class FiscalYearTests {

    @Autowired
    Cast cast;

    @Autowired
    FirmDesk firm;

    @BeforeEach
    void a_draft_that_nobody_has_published() {
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "delete from terms.ladder_version", "delete from terms.ladder", """
                insert into terms.ladder (id, name, confidential, roles, author, created_at) overriding system value
                values (1, 'Quiet', true, '{director}', 'Chen', '2026-01-01')
                """, """
                insert into terms.ladder_version (ladder_id, version, basis, period, spread, currency, categories, valid_from, author,
                                                  drafted_at)
                values (1, 1, 'revenue', 'year', 'whole', 'CNY', '{}', '2026-01-01', 'Chen', '2026-01-01')
                """);
    }

    private Map<String, String> settle(int month) {
        return cast.as(cast.administrator(), () -> {
            FirmSettings is = firm.settings();
            return firm.settle(new FirmSettings(
                    is.name().isBlank() ? "Harbour" : is.name(),
                    is.currency(),
                    is.timeZone(),
                    month,
                    is.size(),
                    is.nameOrder(),
                    is.workingDays(),
                    true));
        });
    }

    @Test
    void the_year_begins_where_it_does_once_a_ladder_is_in_force_even_one_that_the_reader_must_not_know() {
        assertThat(settle(4)).isEmpty();
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update terms.ladder_version set published_by = 'Li', published_at = '2026-01-02'");

        assertThat(settle(7)).containsExactly(Map.entry("fiscalYearStart", "firm.fiscalYearStart.fixed"));
        assertThat(settle(4)).isEmpty();
        assertThat(cast.as(cast.administrator(), firm::settings).fiscalYearStart())
                .isEqualTo(4);
    }
}
