package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@Story
class AccessTokenTests {

    private static final String SOMETHING = "/api/v1/accounts";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    AccessTokens tokens;

    @Autowired
    UserDesk desk;

    @Autowired
    SignInLog log;

    private ResultActions ask(String token) throws Exception {
        return web.perform(get(SOMETHING).header("Authorization", "Bearer " + token));
    }

    @Test
    void a_program_without_a_token_is_told_what_is_missing() throws Exception {
        web.perform(get(SOMETHING))
                .andExpect(status().isUnauthorized())
                .andExpect(header().string("WWW-Authenticate", "Bearer"));
    }

    @Test
    void a_token_opens_what_its_owner_may_use() throws Exception {
        ask(cast.token(cast.director())).andExpect(status().isOk());
    }

    @Test
    void a_token_ends_after_a_year() throws Exception {
        String token = cast.token(cast.director());
        clock.advance(Duration.ofDays(366));

        ask(token).andExpect(status().isUnauthorized());
        clock.reset();
    }

    @Test
    void the_last_use_of_a_token_is_kept_to_the_minute() throws Exception {
        User viewer = cast.viewer();
        String token = cast.token(viewer);
        Instant first = clock.instant();
        ask(token).andExpect(status().isOk());
        clock.advance(Duration.ofSeconds(59));
        ask(token).andExpect(status().isOk());
        assertThat(lastUse(viewer)).isEqualTo(first);
        clock.advance(Duration.ofSeconds(2));
        ask(token).andExpect(status().isOk());
        assertThat(lastUse(viewer)).isEqualTo(first.plusSeconds(61));
        clock.reset();
    }

    private @Nullable Instant lastUse(User user) {
        return tokens.of(user.id()).getFirst().lastUsedAt();
    }

    private ResultActions make(User user, String name, String days, String... scopes) throws Exception {
        return make(user, Cast.PASSWORD, name, days, scopes);
    }

    @Test
    void an_open_window_is_not_enough_to_make_a_token() throws Exception {
        User user = cast.another("feng", "冯经理", Role.KAM);
        make(user, "not the one at all", "the ERP", "30", "read")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("id=\"token-password\"")))
                .andExpect(content().string(containsString("<strong role=\"alert\">")));
        assertThat(tokens.of(user.id())).isEmpty();
    }

    private ResultActions make(User user, String password, String name, String days, String[] scopes) throws Exception {
        return web.perform(post("/profile/tokens")
                .locale(Locale.ENGLISH)
                .param("name", name)
                .param("days", days)
                .param("scope", scopes)
                .param("password", password)
                .with(cast.signedIn(user)));
    }

    @Test
    void a_token_is_made_for_what_is_ticked_and_as_long_as_chosen() throws Exception {
        User user = cast.another("fang", "方经理", Role.KAM);

        make(user, "the ERP", "30", "read", "credit-check")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("mst_")));

        AccessToken made = tokens.of(user.id()).getFirst();
        assertThat(made.scopes()).containsExactly(TokenScope.READ, TokenScope.CREDIT_CHECK);
        assertThat(made.expiresAt()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        web.perform(get("/profile").locale(Locale.ENGLISH).with(cast.signedIn(user)))
                .andExpect(content().string(containsString("never used")))
                .andExpect(content().string(not(containsString("mst_"))));
    }

    @Test
    void what_makes_no_sense_makes_no_token() throws Exception {
        User user = cast.another("yuan", "袁经理", Role.KAM);

        make(user, "", "30", "read").andExpect(status().isUnprocessableContent());
        make(user, "x".repeat(101), "30", "read").andExpect(status().isUnprocessableContent());
        make(user, "none", "30")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("<strong role=\"alert\">Tick at least one")));
        make(user, "everything", "30", "read", "root").andExpect(status().isUnprocessableContent());
        for (String days : List.of("0", "-1", "366", "99999", "ever")) {
            make(user, "long", days, "read").andExpect(status().isUnprocessableContent());
        }
        assertThat(tokens.of(user.id())).isEmpty();
    }

    @Test
    void the_log_tells_a_token_once_a_day_and_from_each_new_address() throws Exception {
        User user = cast.another("kong", "孔经理", Role.KAM);
        String token = cast.token(user);
        ask(token);
        clock.advance(Duration.ofMinutes(2));
        ask(token);
        assertThat(told(user)).containsExactly(SignInResult.SIGNED_IN);
        clock.advance(Duration.ofMinutes(2));
        web.perform(get(SOMETHING).header("Authorization", "Bearer " + token).with(request -> {
            request.setRemoteAddr("203.0.113.7");
            return request;
        }));
        assertThat(told(user)).hasSize(2);

        tokens.of(user.id()).forEach(known -> tokens.revoke(user.id(), known.id()));
        ask(token).andExpect(status().isUnauthorized());
        ask(token).andExpect(status().isUnauthorized());
        assertThat(told(user)).hasSize(3).first().isEqualTo(SignInResult.REVOKED_TOKEN);
        clock.reset();
    }

    private List<SignInResult> told(User user) {
        return cast.as(user, () -> log.page(SignInWish.of(user.id()), 10, 0)).stream()
                .map(SignInEntry::result)
                .toList();
    }

    @Test
    void a_revoked_token_opens_nothing() throws Exception {
        User director = cast.director();
        String token = cast.token(director);
        tokens.of(director.id()).forEach(known -> tokens.revoke(director.id(), known.id()));

        ask(token).andExpect(status().isUnauthorized());
    }

    @Test
    void nobody_revokes_the_token_of_somebody_else() throws Exception {
        User controller = cast.controller();
        String token = cast.token(controller);
        tokens.of(controller.id()).forEach(known -> tokens.revoke(cast.viewer().id(), known.id()));

        ask(token).andExpect(status().isOk());
    }

    @Test
    void the_token_of_somebody_shut_out_opens_nothing() throws Exception {
        User agent = cast.agent();
        String token = cast.token(agent);
        cast.as(cast.administrator(), () -> desk.disable(agent.id()));

        ask(token).andExpect(status().isUnauthorized());
    }

    @Test
    void a_refusal_is_a_problem_with_a_number_and_no_stack() throws Exception {
        web.perform(get("/api/v1/accounts/no-such-code")
                        .header("Authorization", "Bearer " + cast.token(cast.director())))
                .andExpect(status().isNotFound())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.requestId").isNotEmpty())
                .andExpect(jsonPath("$.type").isNotEmpty())
                .andExpect(jsonPath("$.trace").doesNotExist());
    }
}
