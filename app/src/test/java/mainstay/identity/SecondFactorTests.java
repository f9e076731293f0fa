package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mainstay.identity.factor.Totp;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// After the password a code, for who set it up: once each, not for long, and never guessed.
@Story
class SecondFactorTests {

    private static final String PAGE = "/profile/second-factor";
    private static final Pattern CODE = Pattern.compile("<code>([a-z0-9-]{29})</code>");

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    StandingClock clock;

    @Autowired
    SecondFactors factors;

    @Autowired
    SecretBox box;

    @Autowired
    SignInRules rules;

    @Autowired
    SignInLog log;

    @Autowired
    UserDesk desk;

    @Autowired
    JdbcClient database;

    @AfterEach
    void back_to_the_start() {
        rules.settle("365", Set.of());
        clock.reset();
    }

    private static Cookie sessionOf(ResultActions answer) {
        return Objects.requireNonNull(answer.andReturn().getResponse().getCookie(SecureTransport.SESSION));
    }

    private ResultActions password(User user) throws Exception {
        return web.perform(post("/sign-in")
                .param("name", user.name())
                .param("password", Cast.PASSWORD)
                .with(csrf()));
    }

    private ResultActions code(Cookie session, String code) throws Exception {
        return web.perform(post("/sign-in/code")
                .locale(Locale.ENGLISH)
                .param("code", code)
                .cookie(session)
                .with(csrf()));
    }

    private ResultActions open(Cookie session, String path) throws Exception {
        return web.perform(get(path).locale(Locale.ENGLISH).cookie(session));
    }

    private ResultActions send(User user, String path, String name, String value) throws Exception {
        return web.perform(post(path).locale(Locale.ENGLISH).param(name, value).with(cast.signedIn(user)));
    }

    private String now(User user) {
        byte[] sealed = factors.of(user.id()).orElseThrow().secret();
        byte[] secret = box.open(user.id(), sealed).orElseThrow();
        return Totp.code(secret, clock.instant().getEpochSecond() / Totp.STEP_SECONDS);
    }

    /// Sets one up and goes a step on, so that the code of the set-up is spent.
    private List<String> enrolled(User user) throws Exception {
        Cookie begun = sessionOf(send(user, PAGE, "password", Cast.PASSWORD)
                .andExpect(content().string(containsString("<svg class=\"qr\""))));
        String shown = confirm(user, begun, now(user))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        clock.advance(Duration.ofSeconds(Totp.STEP_SECONDS));
        return CODE.matcher(shown)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    private ResultActions confirm(User user, Cookie session, String code) throws Exception {
        return web.perform(post(PAGE + "/confirmation")
                .locale(Locale.ENGLISH)
                .param("code", code)
                .cookie(session)
                .with(cast.signedIn(user)));
    }

    @Test
    void a_set_up_that_was_left_alone_ends_and_is_nobody_elses() throws Exception {
        User user = cast.another("tf-left", "Left", Role.KAM);
        Cookie begun = sessionOf(send(user, PAGE, "password", Cast.PASSWORD));
        send(user, PAGE + "/confirmation", "code", now(user)).andExpect(redirectedUrl(PAGE));
        assertThat(factors.isOn(user.id())).as("another session").isFalse();

        clock.advance(SecondFactorDesk.PATIENCE.plusSeconds(1));
        confirm(user, begun, now(user)).andExpect(redirectedUrl(PAGE));
        assertThat(factors.isOn(user.id())).as("too late").isFalse();
        enrolled(user);
        assertThat(factors.isOn(user.id())).isTrue();
    }

    @Test
    void a_role_that_comes_later_changes_nothing_for_the_others() throws Exception {
        User controller = cast.another("tf-early", "Early", Role.CONTROLLER);
        rules.settle("365", Set.of(Role.CONTROLLER));
        clock.advance(Duration.ofMinutes(1));
        Cookie session = sessionOf(password(controller));
        open(session, "/today").andExpect(redirectedUrl(PAGE));

        clock.advance(Duration.ofMinutes(1));
        rules.settle("365", Set.of(Role.CONTROLLER, Role.KAM));
        open(session, "/today").andExpect(redirectedUrl(PAGE));
    }

    @Test
    void the_password_alone_opens_nothing_and_the_code_does() throws Exception {
        User user = cast.another("tf-one", "One", Role.KAM);
        enrolled(user);

        ResultActions asked = password(user).andExpect(redirectedUrl("/sign-in/code"));
        Cookie half = sessionOf(asked);
        open(half, "/profile").andExpect(redirectedUrl("/sign-in"));
        open(half, "/sign-in/code").andExpect(status().isOk());

        Cookie whole = sessionOf(code(half, now(user)).andExpect(redirectedUrl("http://localhost/profile?continue")));
        assertThat(whole.getValue()).isNotEqualTo(half.getValue());
        open(whole, "/profile").andExpect(status().isOk());
        SignInEntry entry =
                cast.as(user, () -> log.page(SignInWish.of(user.id()), 1, 0)).getFirst();
        assertThat(entry.result()).isEqualTo(SignInResult.SIGNED_IN);
        assertThat(entry.factor()).isEqualTo("app");
    }

    @Test
    void a_code_is_taken_once() throws Exception {
        User user = cast.another("tf-two", "Two", Role.KAM);
        enrolled(user);
        String code = now(user);
        code(sessionOf(password(user)), code).andExpect(redirectedUrl("/"));

        code(sessionOf(password(user)), code)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This code was used already")));
    }

    @Test
    void the_code_of_the_set_up_is_spent_too() throws Exception {
        User user = cast.another("tf-set", "Set", Role.KAM);
        enrolled(user);
        clock.advance(Duration.ofSeconds(-Totp.STEP_SECONDS));

        code(sessionOf(password(user)), now(user)).andExpect(status().isUnprocessableContent());
    }

    @Test
    void who_guesses_codes_has_to_wait_wherever_the_guesses_come_from() throws Exception {
        User user = cast.another("tf-three", "Three", Role.KAM);
        enrolled(user);
        for (int guess = 0; guess < SignInAttempts.PER_NAME_AND_ADDRESS; guess++) {
            code(sessionOf(password(user)), "00000" + guess).andExpect(status().isUnprocessableContent());
        }

        code(sessionOf(password(user)), now(user))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Wait fifteen minutes")));
        User other = cast.another("tf-other", "Other", Role.KAM);
        enrolled(other);
        code(sessionOf(password(other)), now(other)).andExpect(redirectedUrl("/"));

        clock.advance(Duration.ofMinutes(16));
        code(sessionOf(password(user)), now(user)).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_recovery_code_opens_once_however_it_is_typed() throws Exception {
        User user = cast.another("tf-four", "Four", Role.KAM);
        List<String> codes = enrolled(user);
        assertThat(codes).hasSize(RecoveryCodes.COUNT).doesNotHaveDuplicates();
        String typed = codes.getFirst().toUpperCase(Locale.ROOT).replace("-", " ");

        code(sessionOf(password(user)), typed).andExpect(redirectedUrl("/"));
        code(sessionOf(password(user)), typed).andExpect(status().isUnprocessableContent());

        assertThat(factors.codesLeft(user.id())).isEqualTo(RecoveryCodes.COUNT - 1);
        String rows = database.sql("select string_agg(c::text, ' ') from identity.recovery_code c")
                .query(String.class)
                .single();
        assertThat(codes).noneMatch(code -> rows.contains(RecoveryCodes.bare(code)));
    }

    @Test
    void the_recovery_code_of_one_opens_nothing_for_another() throws Exception {
        User one = cast.another("tf-five", "Five", Role.KAM);
        User other = cast.another("tf-six", "Six", Role.KAM);
        List<String> codes = enrolled(one);
        enrolled(other);

        code(sessionOf(password(other)), codes.getFirst()).andExpect(status().isUnprocessableContent());
        assertThat(factors.codesLeft(one.id())).isEqualTo(RecoveryCodes.COUNT);
    }

    @Test
    void who_waits_too_long_or_is_shut_out_meanwhile_begins_again() throws Exception {
        User user = cast.another("tf-seven", "Seven", Role.KAM);
        enrolled(user);
        Cookie half = sessionOf(password(user));
        clock.advance(PendingSignIn.PATIENCE.plusSeconds(1));
        code(half, now(user)).andExpect(redirectedUrl("/sign-in?late"));

        Cookie again = sessionOf(password(user));
        cast.as(cast.administrator(), () -> desk.disable(user.id()));
        code(again, now(user)).andExpect(redirectedUrl("/sign-in?late"));
    }

    @Test
    void without_a_password_before_it_nobody_is_asked_for_a_code() throws Exception {
        web.perform(get("/sign-in/code")).andExpect(redirectedUrl("/sign-in"));
        web.perform(post("/sign-in/code").param("code", "123456").with(csrf()))
                .andExpect(redirectedUrl("/sign-in?late"));
        web.perform(post("/sign-in/code").param("code", "123456")).andExpect(status().isForbidden());
    }

    @Test
    void whoever_changes_it_gives_the_password_once_more() throws Exception {
        User user = cast.another("tf-eight", "Eight", Role.KAM);
        send(user, PAGE, "password", "not the one at all")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("<svg class=\"qr\""))));
        enrolled(user);
        for (String act : List.of("/codes", "/removal")) {
            send(user, PAGE + act, "password", "not the one at all").andExpect(status().isUnprocessableContent());
        }
        assertThat(factors.isOn(user.id())).isTrue();
        assertThat(factors.codesLeft(user.id())).isEqualTo(RecoveryCodes.COUNT);

        send(user, PAGE + "/removal", "password", Cast.PASSWORD).andExpect(redirectedUrl(PAGE));
        assertThat(factors.isOn(user.id())).isFalse();
        password(user).andExpect(redirectedUrl("/"));
    }

    @Test
    void an_open_window_is_no_place_to_guess_the_password() throws Exception {
        User user = cast.another("tf-nine", "Nine", Role.KAM);
        for (int guess = 0; guess < SignInAttempts.PER_NAME_AND_ADDRESS; guess++) {
            send(user, PAGE, "password", "guess number " + guess).andExpect(status().isUnprocessableContent());
        }

        send(user, PAGE, "password", Cast.PASSWORD)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Too many wrong passwords")));
        password(user).andExpect(redirectedUrl("/"));
    }

    @Test
    void one_that_was_begun_and_not_confirmed_asks_for_nothing() throws Exception {
        User user = cast.another("tf-ten", "Ten", Role.KAM);
        Cookie begun = sessionOf(send(user, PAGE, "password", Cast.PASSWORD).andExpect(status().isOk()));
        confirm(user, begun, "000000")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("<strong role=\"alert\">This code is not right")));

        password(user).andExpect(redirectedUrl("/"));
    }

    @Test
    void new_codes_make_the_old_ones_void() throws Exception {
        User user = cast.another("tf-eleven", "Eleven", Role.KAM);
        List<String> old = enrolled(user);
        send(user, PAGE + "/codes", "password", Cast.PASSWORD)
                .andExpect(content().string(containsString("shown only once")));

        code(sessionOf(password(user)), old.getFirst()).andExpect(status().isUnprocessableContent());
    }

    @Test
    void an_administrator_takes_away_what_was_lost_and_nobody_else_does() throws Exception {
        User user = cast.another("tf-twelve", "Twelve", Role.KAM);
        enrolled(user);
        String reset = "/settings/users/" + user.id() + "/second-factor/reset";
        web.perform(post(reset).with(cast.signedIn(cast.director()))).andExpect(status().isForbidden());
        assertThat(factors.isOn(user.id())).isTrue();
        Cookie thief = sessionOf(code(sessionOf(password(user)), now(user)));
        open(thief, "/profile").andExpect(status().isOk());

        web.perform(post(reset).with(cast.signedIn(cast.administrator()))).andExpect(status().is3xxRedirection());

        open(thief, "/profile").andExpect(redirectedUrl("/sign-in"));

        password(user).andExpect(redirectedUrl("/"));
        web.perform(post(reset).with(cast.signedIn(cast.administrator()))).andExpect(status().isNotFound());
    }

    @Test
    void whose_role_needs_one_is_led_to_set_it_up_at_the_next_sign_in() throws Exception {
        User user = cast.another("tf-duty", "Duty", Role.CONTROLLER);
        Cookie before = sessionOf(password(user));
        clock.advance(Duration.ofMinutes(1));
        web.perform(post("/settings/sign-ins/rules")
                        .param("keptDays", "365")
                        .param("factorRole", "controller", "administrator")
                        .with(cast.signedIn(cast.administrator())))
                .andExpect(redirectedUrl("/settings/sign-ins"));
        open(before, "/profile").andExpect(status().isOk());
        clock.advance(Duration.ofMinutes(1));

        Cookie session = sessionOf(password(user));
        for (String page : List.of("/profile", "/accounts", "/today")) {
            open(session, page).andExpect(redirectedUrl(PAGE));
        }
        web.perform(get("/accounts/totals").cookie(session).header("HX-Request", "true"))
                .andExpect(header().string("HX-Redirect", PAGE));
        open(session, PAGE).andExpect(content().string(containsString("Set one up to go on")));

        web.perform(post(PAGE).param("password", Cast.PASSWORD).cookie(session).with(csrf()))
                .andExpect(status().isOk());
        Cookie strong = sessionOf(web.perform(post(PAGE + "/confirmation")
                        .param("code", now(user))
                        .cookie(session)
                        .with(csrf()))
                .andExpect(status().isOk()));
        open(strong, "/profile").andExpect(status().isOk());
        web.perform(post(PAGE + "/removal")
                        .param("password", Cast.PASSWORD)
                        .cookie(strong)
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        password(cast.another("tf-free", "Free", Role.KAM)).andExpect(redirectedUrl("/"));
    }

    @Test
    void a_secret_that_another_key_sealed_says_so_and_recovery_codes_still_open() throws Exception {
        User user = cast.another("tf-moved", "Moved", Role.KAM);
        List<String> codes = enrolled(user);
        database.sql("update identity.second_factor set secret = :other where user_id = :user")
                .param("other", new byte[40])
                .param("user", user.id())
                .update();

        code(sessionOf(password(user)), "123456")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Use a recovery code")));
        code(sessionOf(password(user)), codes.getFirst()).andExpect(redirectedUrl("/"));
    }
}
