package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import mainstay.identity.User;
import mainstay.ledger.ImportDesk;
import mainstay.ledger.file.Kind;
import mainstay.terms.TermsTestbed;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The firm decides what its archive asks.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FieldStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    Fields fields;

    @BeforeAll
    void accounts(@Autowired ImportDesk desk, @Autowired StandingClock clock) {
        clock.reset();
        archive.accounts("F1", "F2");
        TermsTestbed.bring(desk, Kind.ACCOUNTS, "code,name,category\nF1,F1,Retail\nF2,F2,Wholesale\n");
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private static MockHttpServletRequestBuilder field(String address, String name, String revision) {
        return post("/settings/archive" + address)
                .param("name", name)
                .param("part", "characteristics")
                .param("kind", "number")
                .param("unit", "m²")
                .param("halfLife", "12")
                .param("weight", "3")
                .param("sensitivity", "1")
                .param("category", "", "Retail")
                .param("leastStars", "")
                .param("revision", revision);
    }

    private String page(String address) throws Exception {
        return send(cast.director(), get(address)).andReturn().getResponse().getContentAsString();
    }

    private Field named(String name) {
        return cast.as(cast.director(), fields::all).stream()
                .filter(field -> name.equals(field.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_field_of_its_own_is_asked_of_the_accounts_it_is_meant_for() throws Exception {
        send(cast.director(), field("", "Sales floor", "")).andExpect(redirectedUrl("/settings/archive"));

        Field made = named("Sales floor");
        assertThat(page("/accounts/F1/archive")).contains("Sales floor");
        assertThat(page("/accounts/F2/archive")).doesNotContain("Sales floor");
        archive.write("F1", made.code(), "1,250.5", "2026-11-01");
        assertThat(page("/accounts/F1/archive")).contains("1,250.5 m²");
        assertThat(page("/settings/archive")).contains("Sales floor", "The archive asks a new field");
        send(cast.director(), field("", "sales FLOOR", ""))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Another field is called")));

        send(cast.administrator(), post("/settings/archive/{code}/retirement", made.code()))
                .andExpect(redirectedUrl("/settings/archive"));
        assertThat(page("/accounts/F1/archive")).doesNotContain("1,250.5");
        send(cast.administrator(), post("/settings/archive/{code}/restoration", made.code()));
        assertThat(page("/accounts/F1/archive")).contains("1,250.5 m²");
    }

    @Test
    void the_second_of_two_who_change_a_field_is_told() throws Exception {
        String revision = String.valueOf(
                cast.as(cast.director(), () -> fields.byCode("image").orElseThrow())
                        .revision());
        send(cast.director(), field("/image", "How it looks", revision)).andExpect(redirectedUrl("/settings/archive"));
        send(cast.director(), field("/image", "Its looks", revision))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody else changed this field")))
                .andExpect(content().string(containsString("Its looks")));

        assertThat(page("/accounts/F1/archive")).contains("How it looks");
    }

    @Test
    void what_cannot_be_asked_is_said_at_its_field() throws Exception {
        send(cast.director(), post("/settings/archive").param("kind", "choice").param("choices", "one\none"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Give it a name")))
                .andExpect(content().string(containsString("different choices")))
                .andExpect(content().string(containsString("Write a whole number from 0 to 9")));
        send(cast.director(), field("", "Odd", "").param("category", "Nowhere"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("No account is of the industry Nowhere")));
        send(cast.director(), post("/settings/archive").param("kind", "read"))
                .andExpect(status().isUnprocessableContent());
        send(cast.director(), get("/settings/archive/nonsense")).andExpect(status().isNotFound());
        send(cast.controller(), get("/settings/archive")).andExpect(status().isForbidden());
    }

    @Test
    void an_administrator_does_not_open_what_only_others_read() throws Exception {
        Field field = cast.as(cast.administrator(), () -> fields.byCode("staff").orElseThrow());
        send(cast.administrator(), field("/staff", "", String.valueOf(field.revision())))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("You do not read these values yourself")));
    }
}
