package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainstay.shared.BadSetting;
import mainstay.shared.web.PublicAddress;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.web.util.HtmlUtils;

/// A device that was shown once signs in without a password; whatever it answers wrongly opens nothing.
@Story
class PasskeyTests {

    private static final Pattern OPTIONS = Pattern.compile("data-options=\"([^\"]+)\"");

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    RelyingParty party;

    @Autowired
    Passkeys passkeys;

    @Autowired
    UserDesk desk;

    @Autowired
    SignInLog log;

    @Autowired
    JdbcClient database;

    private static Cookie sessionOf(ResultActions answer) {
        return Objects.requireNonNull(answer.andReturn().getResponse().getCookie(SecureTransport.SESSION));
    }

    private Cookie signedIn(User user) throws Exception {
        return sessionOf(web.perform(post("/sign-in")
                .param("name", user.name())
                .param("password", Cast.PASSWORD)
                .with(csrf())));
    }

    private ResultActions begin(Cookie session, String name, String password) throws Exception {
        return web.perform(post("/profile/passkeys/new")
                .locale(Locale.ENGLISH)
                .param("name", name)
                .param("password", password)
                .cookie(session)
                .with(csrf()));
    }

    private String creation(Cookie session, String name) throws Exception {
        String page = begin(session, name, Cast.PASSWORD)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher options = OPTIONS.matcher(page);
        assertThat(options.find()).isTrue();
        return HtmlUtils.htmlUnescape(options.group(1));
    }

    private void send(Cookie session, String credential) throws Exception {
        web.perform(post("/profile/passkeys")
                        .param("credential", credential)
                        .cookie(session)
                        .with(csrf()))
                .andExpect(redirectedUrl("/profile/passkeys"));
    }

    private SoftDevice registered(User user) throws Exception {
        SoftDevice device = new SoftDevice(party);
        Cookie session = signedIn(user);
        send(session, device.made(creation(session, "laptop")));
        assertThat(passkeys.of(user.id())).isNotEmpty();
        return device;
    }

    /// A question, and the session that remembers it.
    private record Asked(Cookie session, String options) {}

    private Asked asked() throws Exception {
        ResultActions answer =
                web.perform(post("/sign-in/passkey/options").with(csrf())).andExpect(status().isOk());
        return new Asked(sessionOf(answer), answer.andReturn().getResponse().getContentAsString());
    }

    private ResultActions answer(Cookie session, String credential) throws Exception {
        return web.perform(post("/sign-in/passkey")
                .param("credential", credential)
                .cookie(session)
                .with(csrf()));
    }

    private ResultActions signIn(SoftDevice device) throws Exception {
        Asked asked = asked();
        return answer(asked.session(), device.answer(asked.options()));
    }

    private @Nullable SignInEntry latestOf(User user) {
        return cast.as(user, () -> log.page(SignInWish.of(user.id()), 1, 0)).stream()
                .findFirst()
                .orElse(null);
    }

    @Test
    void a_device_signs_in_without_name_and_password() throws Exception {
        User user = cast.another("pk-one", "Passkey One", Role.KAM);
        SoftDevice device = registered(user);
        Asked asked = asked();

        Cookie session = sessionOf(
                answer(asked.session(), device.answer(asked.options())).andExpect(redirectedUrl("/")));

        assertThat(session.getValue()).isNotEqualTo(asked.session().getValue());
        web.perform(get("/profile/passkeys").locale(Locale.ENGLISH).cookie(session))
                .andExpect(content().string(containsString("laptop")))
                .andExpect(content().string(containsString("last used")));
        SignInEntry entry = Objects.requireNonNull(latestOf(user));
        assertThat(entry.way()).isEqualTo(SignInWay.PASSKEY);
        assertThat(entry.result()).isEqualTo(SignInResult.SIGNED_IN);
        signIn(device).andExpect(redirectedUrl("/"));
    }

    @Test
    void what_devices_are_asked_names_nobody_and_is_new_each_time() throws Exception {
        registered(cast.another("pk-two", "Passkey Two", Role.KAM));
        Asked one = asked();

        assertThat(one.options()).contains("\"userVerification\":\"required\"").doesNotContain("pk-two", "Passkey Two");
        assertThat(asked().options()).isNotEqualTo(one.options());
    }

    @Test
    void an_answer_counts_once() throws Exception {
        SoftDevice device = registered(cast.another("pk-three", "Passkey Three", Role.KAM));
        Asked asked = asked();
        String answer = device.answer(asked.options());
        answer(asked.session(), answer).andExpect(redirectedUrl("/"));

        answer(asked.session(), answer).andExpect(redirectedUrl("/sign-in?late"));
        answer(asked().session(), answer).andExpect(redirectedUrl("/sign-in?passkey"));
    }

    @Test
    void another_page_a_locked_device_and_a_copied_key_open_nothing() throws Exception {
        User user = cast.another("pk-four", "Passkey Four", Role.KAM);
        SoftDevice device = registered(user);

        device.origin = "https://mainstay.evil.example";
        signIn(device).andExpect(redirectedUrl("/sign-in?passkey"));
        device.origin = party.origins().iterator().next();
        device.party = "evil.example";
        signIn(device).andExpect(redirectedUrl("/sign-in?passkey"));
        device.party = party.id();
        device.unlocked = false;
        signIn(device).andExpect(redirectedUrl("/sign-in?passkey"));
        assertThat(Objects.requireNonNull(latestOf(user)).result()).isEqualTo(SignInResult.WRONG_PASSKEY);
        device.unlocked = true;
        signIn(device).andExpect(redirectedUrl("/"));
        device.countsOn = false;
        signIn(device).andExpect(redirectedUrl("/sign-in?passkey"));
    }

    @Test
    void a_device_that_nobody_knows_looks_like_one_that_answers_wrongly() throws Exception {
        SoftDevice stranger = new SoftDevice(party);
        Cookie session = signedIn(cast.another("pk-five", "Passkey Five", Role.KAM));
        stranger.made(creation(session, "never sent"));

        signIn(stranger).andExpect(redirectedUrl("/sign-in?passkey"));
    }

    @Test
    void nonsense_is_refused_without_a_fuss() throws Exception {
        for (String nonsense :
                List.of("", "{}", "null", "[]", "{\"id\":1}", "not json", "{\"response\":null}", "9".repeat(9_000))) {
            answer(asked().session(), nonsense).andExpect(redirectedUrl("/sign-in?passkey"));
        }
        web.perform(post("/sign-in/passkey").param("credential", "{}").with(csrf()))
                .andExpect(redirectedUrl("/sign-in?late"));
        web.perform(post("/sign-in/passkey").param("credential", "{}")).andExpect(status().isForbidden());
        database.sql("delete from identity.sign_in_attempt").update();
    }

    @Test
    void who_tries_without_end_has_to_wait() throws Exception {
        for (int guess = 0; guess < SignInAttempts.PER_ADDRESS; guess++) {
            answer(asked().session(), "{}");
        }

        answer(asked().session(), "{}").andExpect(redirectedUrl("/sign-in?wait"));
        database.sql("delete from identity.sign_in_attempt").update();
    }

    @Test
    void a_removed_passkey_and_one_of_somebody_shut_out_open_nothing() throws Exception {
        User user = cast.another("pk-six", "Passkey Six", Role.KAM);
        SoftDevice device = registered(user);
        long id = passkeys.of(user.id()).getFirst().id();
        web.perform(post("/profile/passkeys/{id}/removal", id).with(cast.signedIn(cast.viewer())))
                .andExpect(status().isNotFound());
        signIn(device).andExpect(redirectedUrl("/"));

        web.perform(post("/profile/passkeys/{id}/removal", id).with(cast.signedIn(user)))
                .andExpect(redirectedUrl("/profile/passkeys"));
        signIn(device).andExpect(redirectedUrl("/sign-in?passkey"));

        SoftDevice other = registered(user);
        cast.as(cast.administrator(), () -> desk.disable(user.id()));
        signIn(other).andExpect(redirectedUrl("/sign-in?passkey"));
        assertThat(Objects.requireNonNull(latestOf(user)).result()).isEqualTo(SignInResult.SHUT_OUT);
    }

    @Test
    void an_administrator_removes_the_passkey_of_somebody_and_nobody_else_does() throws Exception {
        User user = cast.another("pk-seven", "Passkey Seven", Role.KAM);
        SoftDevice device = registered(user);
        String removal = "/settings/users/" + user.id() + "/passkeys/"
                + passkeys.of(user.id()).getFirst().id() + "/removal";
        web.perform(post(removal).with(cast.signedIn(cast.director()))).andExpect(status().isForbidden());
        signIn(device).andExpect(redirectedUrl("/"));

        web.perform(post(removal).with(cast.signedIn(cast.administrator()))).andExpect(status().is3xxRedirection());
        signIn(device).andExpect(redirectedUrl("/sign-in?passkey"));
    }

    @Test
    void a_new_password_takes_passkeys_along_where_the_administrator_ticks_it() throws Exception {
        User user = cast.another("pk-reset", "Passkey Reset", Role.KAM);
        SoftDevice device = registered(user);
        String reset = "/settings/users/" + user.id() + "/password";
        web.perform(post(reset).with(cast.signedIn(cast.administrator()))).andExpect(status().is3xxRedirection());
        signIn(device).andExpect(redirectedUrl("/"));

        web.perform(post(reset).param("passkeys", "true").with(cast.signedIn(cast.administrator())))
                .andExpect(status().is3xxRedirection());
        signIn(device).andExpect(redirectedUrl("/sign-in?passkey"));
        assertThat(passkeys.of(user.id())).isEmpty();
    }

    @Test
    void a_new_one_takes_the_password_and_a_name() throws Exception {
        Cookie session = signedIn(cast.another("pk-eight", "Passkey Eight", Role.KAM));
        begin(session, "phone", "not the one at all").andExpect(status().isUnprocessableContent());
        for (String name : List.of("", "  ", "x".repeat(101))) {
            begin(session, name, Cast.PASSWORD).andExpect(status().isUnprocessableContent());
        }
    }

    @Test
    void nobody_takes_over_the_device_of_another_or_answers_without_being_asked() throws Exception {
        User one = cast.another("pk-nine", "Passkey Nine", Role.KAM);
        User thief = cast.another("pk-ten", "Passkey Ten", Role.KAM);
        SoftDevice device = registered(one);
        Cookie session = signedIn(thief);
        send(session, device.made(creation(session, "mine now")));
        assertThat(passkeys.of(thief.id())).isEmpty();
        assertThat(passkeys.ownerOf(device.id())).isEqualTo(Optional.of(one.id()));

        SoftDevice fresh = new SoftDevice(party);
        String answer = fresh.made(creation(session, "late"));
        send(session, "{}");
        send(session, answer);
        assertThat(passkeys.of(thief.id())).isEmpty();
    }

    @Test
    void passkeys_belong_to_the_address_that_people_use() {
        assertThat(new RelyingParty(new PublicAddress(""), 8123, "", ""))
                .returns("localhost", RelyingParty::id)
                .returns(Set.of("http://localhost:8123"), RelyingParty::origins);
        assertThat(new RelyingParty(new PublicAddress("https://KAM.example.com/"), 8080, "", ""))
                .returns("kam.example.com", RelyingParty::id)
                .returns(Set.of("https://kam.example.com"), RelyingParty::origins);
        assertThat(new RelyingParty(
                                new PublicAddress("https://kam.example.com"),
                                8080,
                                "example.com",
                                "https://kam.example.com, https://m.example.com:8443")
                        .origins())
                .containsExactlyInAnyOrder("https://kam.example.com", "https://m.example.com:8443");
        assertThatThrownBy(() -> new RelyingParty(new PublicAddress("kam"), 8080, "", ""))
                .isInstanceOf(BadSetting.class);
    }
}
