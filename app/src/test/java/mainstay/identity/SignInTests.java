package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Objects;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@Story
class SignInTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    UserDesk desk;

    private ResultActions signIn(String name, String password) throws Exception {
        return web.perform(
                post("/sign-in").param("name", name).param("password", password).with(csrf()));
    }

    @Test
    void the_right_password_opens_the_door() throws Exception {
        cast.director();

        signIn("wang", Cast.PASSWORD).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_wrong_password_and_an_unknown_name_look_the_same() throws Exception {
        cast.director();

        signIn("wang", "something else").andExpect(redirectedUrl("/sign-in?wrong"));
        signIn("nobody", "something else").andExpect(redirectedUrl("/sign-in?wrong"));
    }

    @Test
    void who_guesses_has_to_wait_even_with_the_right_password() throws Exception {
        cast.viewer();
        for (int guess = 0; guess < SignInAttempts.PER_NAME_AND_ADDRESS; guess++) {
            signIn("qian", "guess number " + guess).andExpect(redirectedUrl("/sign-in?wrong"));
        }

        signIn("qian", Cast.PASSWORD).andExpect(redirectedUrl("/sign-in?wait"));

        clock.advance(Duration.ofMinutes(16));
        signIn("qian", Cast.PASSWORD).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_password_in_the_wrong_field_is_kept_nowhere() throws Exception {
        signIn("harbour lantern in my name", Cast.PASSWORD).andExpect(redirectedUrl("/sign-in?wrong"));
        try (var connection = DriverManager.getConnection(StoryDatabase.ownerUrl());
                var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select count(*) filter (where t::text like '%harbour%'
                                                or t::text like '%' || encode('harbour', 'hex') || '%'), count(*)
                        from identity.sign_in_attempt t""")) {
            row.next();
            assertThat(row.getLong(1)).isZero();
            assertThat(row.getLong(2)).isPositive();
        }
    }

    @Test
    void a_guesser_elsewhere_keeps_nobody_out_here() throws Exception {
        cast.keyAccountManager();
        for (int guess = 0; guess <= SignInAttempts.PER_NAME_AND_ADDRESS; guess++) {
            web.perform(post("/sign-in")
                    .param("name", "li")
                    .param("password", "guess number " + guess)
                    .with(csrf())
                    .with(request -> {
                        request.setRemoteAddr("203.0.113.66");
                        return request;
                    }));
        }

        signIn("li", Cast.PASSWORD).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_session_ends_after_seven_days_however_busy_it_is() throws Exception {
        cast.controller();
        Cookie session = Objects.requireNonNull(
                signIn("chen", Cast.PASSWORD).andReturn().getResponse().getCookie(SecureTransport.SESSION));
        clock.advance(SignedIn.LONGEST_SESSION);
        web.perform(get("/profile").cookie(session)).andExpect(status().isOk());

        clock.advance(Duration.ofSeconds(1));
        web.perform(get("/profile").cookie(session)).andExpect(redirectedUrl("/sign-in"));
        clock.reset();
    }

    @Test
    void a_page_sends_strangers_to_the_form() throws Exception {
        web.perform(get("/profile")).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        web.perform(post("/sign-in").param("name", "wang").param("password", Cast.PASSWORD))
                .andExpect(status().isForbidden());
    }

    @Test
    void somebody_who_was_shut_out_is_a_stranger_at_once() throws Exception {
        User agent = cast.agent();
        web.perform(get("/profile").with(cast.signedIn(agent))).andExpect(status().isOk());

        cast.as(cast.administrator(), () -> desk.disable(agent.id()));

        web.perform(get("/profile").with(cast.signedIn(agent))).andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void the_profile_speaks_chinese_to_who_chose_it() throws Exception {
        User director = cast.director();

        web.perform(post("/profile")
                        .param("locale", "zh-CN")
                        .param("theme", "dark")
                        .with(cast.signedIn(director)))
                .andExpect(redirectedUrl("/profile"));

        web.perform(get("/profile").with(cast.signedIn(director)))
                .andExpect(content().string(containsString("个人设置")));
    }

    @Test
    void the_last_administrator_stays() {
        User administrator = cast.administrator();

        assertThat(cast.as(administrator, () -> desk.changeRole(administrator.id(), Role.VIEWER)))
                .isEqualTo(new UserChange.Refused("user.lastAdministrator"));
        assertThat(cast.as(administrator, () -> desk.disable(administrator.id())))
                .isEqualTo(new UserChange.Refused("user.lastAdministrator"));
    }
}
