package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.Locale;
import mainstay.identity.Level;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The archive of an account in the browser.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DossierStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    StandingClock clock;

    private User manager;

    @BeforeAll
    void accounts() {
        archive.accounts("A1", "A2", "A3", "A4");
        manager = cast.keyAccountManager();
        archive.grant("A1", manager, Level.FULL);
        archive.grant("A2", manager, Level.FULL);
    }

    @BeforeEach
    void today() {
        clock.reset();
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private static MockHttpServletRequestBuilder fact(String account, String field, String value, String seen) {
        return post("/accounts/{code}/archive/{field}", account, field)
                .param("value", value)
                .param("source", "visit")
                .param("observedOn", "2026-11-10")
                .param("confidence", "confirmed")
                .param("seen", seen);
    }

    private String page(User user, String address) throws Exception {
        return send(user, get(address)).andReturn().getResponse().getContentAsString();
    }

    @Test
    void what_is_written_stands_with_its_source_age_and_confidence() throws Exception {
        send(manager, fact("A1", "policy", "No discounts", "")).andExpect(redirectedUrl("/accounts/A1/archive"));

        assertThat(page(manager, "/accounts/A1/archive"))
                .contains("No discounts", "visit", "observed 6 days ago", "confirmed", "李经理", "Characteristics")
                .contains("hx-get=\"/accounts/A1/archive/policy\"");
        assertThat(page(manager, "/accounts/A1/timeline"))
                .contains("<bdi>Business policy</bdi>: <del class=\"timeline-was\">none</del>"
                        + " → <ins class=\"timeline-now\">\u2068No discounts");
        assertThat(page(cast.director(), "/accounts/A1/archive/policy"))
                .contains("All that was ever known", "counts now");
    }

    @Test
    void text_of_any_script_is_shown_and_none_of_it_is_markup() throws Exception {
        send(manager, fact("A1", "shoppers", "مرحبا 😀 <b>长江</b>", "")).andExpect(status().is3xxRedirection());

        assertThat(page(manager, "/accounts/A1/archive")).contains("<bdi>مرحبا 😀 &lt;b&gt;长江&lt;/b&gt;</bdi>");
    }

    @Test
    void what_was_observed_before_goes_into_the_history() throws Exception {
        long seen = archive.write("A2", "location", "Harbour", "2026-11-01").id();
        Fact older = Archive.kept(archive.write("A2", "location", "Old town", "2026-03-01", String.valueOf(seen)));

        assertThat(older.current()).isFalse();
        assertThat(page(manager, "/accounts/A2/archive")).contains("Harbour").doesNotContain("Old town");
        assertThat(page(manager, "/accounts/A2/archive/location")).contains("Old town", "superseded");
        assertThat(page(manager, "/accounts/A2/timeline")).contains("Old town\u2069 was written into the history");
    }

    @Test
    void a_value_grows_old_and_is_confirmed_anew() throws Exception {
        Fact fact = archive.write("A2", "telephone", "021-5555", "2025-11-17");
        assertThat(page(manager, "/accounts/A2/archive")).doesNotContain("1 value is old");
        clock.setTo(Instant.parse("2026-11-16T16:30:00Z"));

        assertThat(page(manager, "/accounts/A2/archive")).contains("1 value is old");
        send(manager, post("/accounts/A2/archive/telephone/reconfirmation").param("seen", String.valueOf(fact.id())))
                .andExpect(redirectedUrl("/accounts/A2/archive"));
        assertThat(page(manager, "/accounts/A2/archive"))
                .doesNotContain("1 value is old")
                .contains("observed today");
        assertThat(page(manager, "/accounts/A2/timeline")).contains("021-5555\u2069 is still true");
        send(manager, post("/accounts/A2/archive/telephone/reconfirmation").param("seen", String.valueOf(fact.id())))
                .andExpect(redirectedUrl("/accounts/A2/archive/telephone"));
    }

    @Test
    void what_was_never_true_is_taken_back_with_a_reason() throws Exception {
        Fact fact = archive.write("A1", "website", "example.org", "2026-11-01");
        MockHttpServletRequestBuilder retire =
                post("/accounts/A1/archive/website/retirement").param("seen", String.valueOf(fact.id()));
        send(manager, retire).andExpect(status().isUnprocessableContent());
        clock.setTo(Instant.parse("2026-11-17T01:00:00Z"));
        send(
                        manager,
                        post("/accounts/A1/archive/website/retirement")
                                .param("seen", String.valueOf(fact.id()))
                                .param("reason", "another firm"))
                .andExpect(redirectedUrl("/accounts/A1/archive"));

        assertThat(page(manager, "/accounts/A1/archive")).doesNotContain("example.org");
        assertThat(page(manager, "/accounts/A1/archive/website")).contains("example.org", "another firm", "taken back");
        assertThat(page(manager, "/accounts/A1/archive?asOf=2026-11-16")).contains("example.org");
        assertThat(page(manager, "/accounts/A1/archive?asOf=2026-11-17")).doesNotContain("example.org");
        assertThat(page(manager, "/accounts/A1/archive?asOf=2026-11-01")).contains("example.org");
        assertThat(page(manager, "/accounts/A1/archive?asOf=2026-10-31")).doesNotContain("example.org");
        archive.write("A1", "website", "example.com", "2026-11-17");
        assertThat(page(manager, "/accounts/A1/archive")).contains("example.com");
    }

    @Test
    void the_second_writer_sees_what_the_first_one_wrote_and_loses_nothing() throws Exception {
        send(manager, fact("A1", "direction", "Wholesale", "")).andExpect(status().is3xxRedirection());

        ResultActions second = send(cast.director(), fact("A1", "direction", "Retail", ""));
        second.andExpect(status().isConflict())
                .andExpect(content().string(containsString("somebody else changed this field")))
                .andExpect(content().string(containsString("<bdi>Wholesale</bdi>")))
                .andExpect(content().string(containsString(">Retail</textarea>")));
        String seen = second.andReturn()
                .getResponse()
                .getContentAsString()
                .replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*?Retail</textarea>.*", "$1");
        send(cast.director(), fact("A1", "direction", "Wholesale and retail", seen))
                .andExpect(status().is3xxRedirection());
        assertThat(page(manager, "/accounts/A1/archive")).contains("Wholesale and retail");
    }

    @Test
    void what_cannot_be_taken_is_said_at_its_field_and_nothing_typed_is_lost() throws Exception {
        send(manager, fact("A1", "employees", "many", "").param("confidence", "sure"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Write a number in digits")))
                .andExpect(content().string(containsString("value=\"many\"")));
        send(manager, fact("A1", "salesRecord", "1", "")).andExpect(status().isUnprocessableContent());
        send(manager, fact("A1", "nonsense", "1", "")).andExpect(status().isNotFound());
        send(manager, get("/accounts/A1/archive/salesRecord")).andExpect(status().isNotFound());
        send(manager, get("/accounts/A1/archive?asOf=2026-11-17")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void who_sees_cards_only_is_told_which_fields_there_are_and_not_whether_they_are_filled() throws Exception {
        archive.write("A3", "ourRelations", "Cordial", "2026-11-01");
        archive.write("A3", "legalForm", "Limited", "2026-11-01");

        String viewed = page(cast.viewer(), "/accounts/A3/archive");
        assertThat(viewed).contains("Limited", "Only those with more access").doesNotContain("Cordial", "Still true");
        send(cast.viewer(), get("/accounts/A3/archive/ourRelations")).andExpect(status().isForbidden());
        send(cast.viewer(), fact("A3", "legalForm", "x", "")).andExpect(status().isForbidden());
        send(cast.controller(), fact("A3", "ourRelations", "x", "")).andExpect(status().isForbidden());
        send(cast.agent(), fact("A3", "legalForm", "x", "")).andExpect(status().isForbidden());
        send(manager, get("/accounts/A3/archive")).andExpect(status().isNotFound());
        send(cast.controller(), get("/accounts/A3/timeline"))
                .andExpect(content().string(not(containsString("Cordial"))));
        send(cast.director(), get("/accounts/A3/timeline")).andExpect(content().string(containsString("Cordial")));
    }

    @Test
    void what_the_ledger_knows_is_read_and_explained() throws Exception {
        assertThat(page(manager, "/accounts/A1/archive"))
                .contains("First trade", "as far back as the ledger goes", "href=\"/accounts/A1/business\"");
    }

    @Test
    void the_form_comes_alone_into_the_line_where_it_is_asked_for() throws Exception {
        send(manager, get("/accounts/A1/archive/policy").header("HX-Request", "true"))
                .andExpect(content().string(containsString("action=\"/accounts/A1/archive/policy\"")))
                .andExpect(content().string(not(containsString("<html"))));
    }
}
