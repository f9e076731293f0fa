package mainstay.rating.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import mainstay.activity.Timeline;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.ledger.file.Kind;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The firm says from what size on a finding is worth a person's time.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ThresholdStoryTests {
    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    FindingLedger ledger;

    @BeforeAll
    void a_ledger() {
        ledger.bring(Kind.ACCOUNTS, "code,name\nROAM,Roams\n");
        ledger.bring(Kind.TERRITORIES, "region,customer\nEast,ROAM\n");
        ledger.sell("""
                ROAM,A2,invoice,2026-08-03,A,1,,960,960,,East
                ROAM,A3,invoice,2026-08-04,A,1,,20,20,,West
                ROAM,A4,invoice,2026-08-05,A,1,,10,10,,West
                ROAM,A5,invoice,2026-08-06,A,1,,10,10,,West
                """);
        ledger.look();
    }

    private ResultActions save(User user, String name, String value, long revision) throws Exception {
        MockHttpServletRequestBuilder form = post("/settings/findings")
                .param("revision", String.valueOf(revision))
                .param(name, value);
        return web.perform(form.with(cast.signedIn(user)).locale(Locale.ENGLISH));
    }

    @Test
    @Order(1)
    void the_form_shows_shares_in_percent() throws Exception {
        web.perform(get("/settings/findings")
                        .with(cast.signedIn(cast.director()))
                        .locale(Locale.ENGLISH))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(containsString("id=\"territory.strong\" name=\"territory.strong\" value=\"10\"")))
                .andExpect(content().string(containsString("id=\"spike.likely\" name=\"spike.likely\" value=\"5\"")))
                .andExpect(content().string(containsString("Strong from (%)")));
    }

    @Test
    @Order(2)
    void what_cannot_be_taken_is_said_at_the_field_and_nothing_is_stored() throws Exception {
        save(cast.director(), "territory.hint", "7", 0)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("must not be less than the step before it.")))
                .andExpect(content().string(containsString("id=\"territory.likely-refusal\"")));
        for (String wrong : new String[] {"", "a few", "-1", "101", "1e9", "0.001", "NaN"}) {
            save(cast.director(), "territory.strong", wrong, 0).andExpect(status().isUnprocessableContent());
        }
        save(cast.director(), "quarters", "0", 0).andExpect(status().isUnprocessableContent());
        save(cast.director(), "spike.evidence", "1.5", 0).andExpect(status().isUnprocessableContent());

        assertThat(ledger.count("select revision from rating.finding_rules")).isZero();
        assertThat(ledger.one("ROAM", "territory").strength()).isEqualTo(Strength.HINT);
    }

    @Test
    @Order(3)
    void findings_follow_what_is_saved() throws Exception {
        save(cast.director(), "territory.likely", "3.5", 0).andExpect(redirectedUrl("/settings/findings"));

        assertThat(ledger.look()).isTrue();
        assertThat(ledger.one("ROAM", "territory").strength()).isEqualTo(Strength.LIKELY);
        web.perform(get("/settings/findings")
                        .with(cast.signedIn(cast.director()))
                        .locale(Locale.ENGLISH))
                .andExpect(
                        content()
                                .string(
                                        containsString(
                                                "Thresholds of findings, Outside the territory: from 1 % / 5 % / 10 % / 3 / 0 to 1 % / 3.5 % / 10 % / 3 / 0.")));
    }

    @Test
    @Order(4)
    void a_change_stays_on_the_page_however_much_else_happens(@Autowired Timeline timeline) throws Exception {
        Acting.asOperator(() -> {
            IntStream.range(0, 210)
                    .forEach(each -> timeline.note(null, "userAdded", Map.of("name", "x", "role", "agent")));
            return true;
        });

        web.perform(get("/settings/findings")
                        .with(cast.signedIn(cast.director()))
                        .locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("from 1 % / 5 % / 10 % / 3 / 0 to 1 % / 3.5 %")));
    }

    @Test
    @Order(4)
    void who_comes_second_is_told_and_loses_nothing_that_the_first_saved() throws Exception {
        save(cast.director(), "territory.likely", "9", 0).andExpect(status().isConflict());

        assertThat(ledger.look()).as("nothing changed").isFalse();
    }

    @Test
    @Order(5)
    void less_money_than_asked_for_is_no_finding() throws Exception {
        save(cast.director(), "territory.money", "40.01", 1).andExpect(redirectedUrl("/settings/findings"));

        ledger.look();
        assertThat(ledger.one("ROAM", "territory").withdrawn()).isTrue();
    }

    @Test
    @Order(6)
    void only_directors_and_administrators_set_them() throws Exception {
        save(cast.controller(), "territory.money", "0", 2).andExpect(status().isForbidden());
        save(cast.viewer(), "territory.money", "0", 2).andExpect(status().isForbidden());
    }
}
