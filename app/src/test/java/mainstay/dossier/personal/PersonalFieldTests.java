package mainstay.dossier.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What may be noted of people is for the firm to say.
@Story
class PersonalFieldTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private static MockHttpServletRequestBuilder family(String ours, String purposes, String months, String revision) {
        return post("/settings/personal/family")
                .param("ours", ours)
                .param("purposes", purposes)
                .param("months", months)
                .param("open", "yes")
                .param("revision", revision);
    }

    @Test
    void purposes_and_months_are_settled_and_the_second_writer_is_told() throws Exception {
        send(cast.director(), family("courtesy", "school places", "6", "1")).andExpect(status().is3xxRedirection());
        send(cast.administrator(), family("", "gossip", "60", "1")).andExpect(status().is3xxRedirection());

        String page = send(cast.director(), get("/settings/personal"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("school places", "value=\"courtesy\" checked").doesNotContain("gossip");
        for (User other : List.of(cast.controller(), cast.keyAccountManager(), cast.viewer())) {
            send(other, family("", "gossip", "60", "2")).andExpect(status().isForbidden());
        }
    }

    @Test
    void an_open_field_has_a_purpose_and_an_end() throws Exception {
        send(cast.director(), family("", " \n ", "6", "1")).andExpect(status().isUnprocessableContent());
        for (String months : List.of("0", "61", "-1", "x", "")) {
            send(cast.director(), family("courtesy", "", months, "1")).andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void a_value_ends_within_the_months_of_its_field() {
        PersonalField field = new PersonalField("interests", List.of("conversation"), 24, true, 1);
        assertThat(form("2026-11-10", "2028-11-10").refusals(field, TODAY)).isEmpty();
        assertThat(form("2026-11-10", "2028-11-11").refusals(field, TODAY)).containsOnlyKeys("expiresOn");
        assertThat(form("2026-11-10", "2026-11-16").refusals(field, TODAY)).containsOnlyKeys("expiresOn");
        assertThat(form("2024-11-16", "2026-11-17").refusals(field, TODAY)).containsOnlyKeys("observedOn");
        assertThat(form("1899-01-01", "2026-12-01").refusals(field, TODAY)).containsOnlyKeys("observedOn");
        assertThat(form("2026-11-17", "2026-12-01").refusals(field, TODAY)).containsOnlyKeys("observedOn");
    }

    private static PersonalForm form(String observed, String expires) {
        return new PersonalForm("clocks", "conversation", "told us", observed, expires, "");
    }
}
