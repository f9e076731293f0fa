package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
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
