package mainstay.terms.rebate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Locale;
import mainstay.identity.Acting;
import mainstay.identity.FirmDesk;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A draft is thought over before anybody earns by it.
@Story
class LadderDraftStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Ladders ladders;

    @Autowired
    FirmDesk firm;

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private MockHttpServletRequestBuilder ladder(String name, String basis) {
        return draft(post("/rebates/new"), name, basis);
    }

    private MockHttpServletRequestBuilder draft(MockHttpServletRequestBuilder request, String name, String basis) {
        return request.param("name", name)
                .param("basis", basis)
                .param("cycle", "year")
                .param("spread", "whole")
                .param("currency", firm.settings().currency())
                .param("from", "2026-01-01");
    }

    @Test
    void a_draft_never_in_force_is_renamed_and_deleted_and_its_name_is_free() throws Exception {
        send(cast.director(), ladder("Draft", "revenue").param("threshold", "1").param("rate", "1"))
                .andExpect(status().is3xxRedirection());
        send(cast.director(), ladder("Taken", "revenue").param("threshold", "1").param("rate", "1"))
                .andExpect(status().is3xxRedirection());
        send(cast.director(), renamed("Draft", "Taken"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This name is taken")));
        send(cast.director(), renamed("Draft", "Better")).andExpect(status().is3xxRedirection());
        assertThat(drafted()).contains("Better", "Taken").doesNotContain("Draft");

        send(cast.keyAccountManager(), post(path("Better") + "/deletion")).andExpect(status().isForbidden());
        send(cast.director(), post(path("Better") + "/deletion")).andExpect(redirectedUrl("/rebates"));
        assertThat(drafted()).contains("Taken").doesNotContain("Better");
        send(
                        cast.director(),
                        ladder("Better", "revenue").param("threshold", "1").param("rate", "1"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void nobody_puts_in_force_or_writes_over_what_was_not_seen() throws Exception {
        send(
                        cast.director(),
                        ladder("Watched", "revenue").param("threshold", "1").param("rate", "1"))
                .andExpect(status().is3xxRedirection());
        String seen = String.valueOf(draft("Watched").versionId());
        send(cast.controller(), renamed("Watched", "Watched").param("seen", seen))
                .andExpect(status().is3xxRedirection());

        send(
                        cast.director(),
                        post(path("Watched") + "/publication")
                                .param("version", "1")
                                .param("seen", seen))
                .andExpect(status().isConflict());
        send(cast.director(), renamed("Watched", "Watched").param("seen", seen)).andExpect(status().isConflict());
        assertThat(draft("Watched").author()).isEqualTo(cast.controller().name());

        send(
                        cast.director(),
                        post(path("Watched") + "/publication")
                                .param("version", "1")
                                .param("seen", String.valueOf(draft("Watched").versionId())))
                .andExpect(redirectedUrl(path("Watched")));
    }

    private Ladder draft(String name) {
        return Acting.asOperator(() -> ladders.all()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private MockHttpServletRequestBuilder renamed(String name, String next) {
        return draft(post(path(name) + "/versions"), next, "revenue")
                .param("threshold", "2")
                .param("rate", "1");
    }

    private List<String> drafted() {
        return Acting.asOperator(() -> ladders.all()).stream().map(Ladder::name).toList();
    }

    private String path(String name) {
        return draft(name).path();
    }
}
