package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// People tie their own account to the one that they have at the identity server, asked for real, and part from it.
@Story
class ProviderLinkTests {

    private static final String PAGE = "/profile/provider";
    private static IdentityServer server;

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    IdentityProvider provider;

    @Autowired
    ProviderSettings none;

    @Autowired
    ProviderPeople people;

    @Autowired
    UserDesk desk;

    @Autowired
    JdbcClient database;

    @BeforeAll
    static void a_server_of_its_own() throws Exception {
        server = new IdentityServer();
    }

    @AfterAll
    static void and_no_more() throws Exception {
        server.close();
    }

    @BeforeEach
    void the_firm_names_it() {
        provider.use(settings(server.issuer(), "Firm SSO", false));
        database.sql("delete from identity.sign_in_attempt").update();
    }

    @AfterEach
    void the_firm_has_none() {
        provider.use(none);
        IdentityServer.CLAIMS.clear();
    }

    private static ProviderSettings settings(String issuer, String label, boolean addUsers) {
        return new ProviderSettings(
                issuer, IdentityServer.CLIENT, IdentityServer.SECRET, label, "preferred_username", addUsers);
    }

    private static Cookie session(ResultActions answer) {
        return Objects.requireNonNull(answer.andReturn().getResponse().getCookie(SecureTransport.SESSION));
    }

    private ResultActions signIn(String person) throws Exception {
        ResultActions left = web.perform(get("/sign-in/provider")).andExpect(status().is3xxRedirection());
        String question = Objects.requireNonNull(left.andReturn().getResponse().getRedirectedUrl());
        return web.perform(get(server.visit(question, person)).cookie(session(left)));
    }

    private ResultActions open(Cookie session, String path) throws Exception {
        return web.perform(get(path).locale(Locale.ENGLISH).cookie(session));
    }

    private ResultActions send(Cookie session, MockHttpServletRequestBuilder form) throws Exception {
        return web.perform(form.locale(Locale.ENGLISH).cookie(session).with(csrf()));
    }

    private Cookie signInByPassword(User user) throws Exception {
        return session(web.perform(post("/sign-in")
                        .param("name", user.name())
                        .param("password", Cast.PASSWORD)
                        .with(csrf()))
                .andExpect(redirectedUrl("/")));
    }

    private ResultActions begin(Cookie session, String password) throws Exception {
        return send(session, post(PAGE).param("password", password));
    }

    private String question(Cookie session) throws Exception {
        String page = begin(session, Cast.PASSWORD)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        Matcher address =
                Pattern.compile("href=\"(http[^\"]+/oauth2/authorize[^\"]+)\"").matcher(page);
        assertThat(address.find()).isTrue();
        return address.group(1).replace("&amp;", "&");
    }

    /// Goes there with the password and comes back, to be asked whether that is right.
    private void goAndComeBack(Cookie session, String person) throws Exception {
        web.perform(get(server.visit(question(session), person)).cookie(session))
                .andExpect(redirectedUrl(PAGE));
    }

    private ResultActions confirm(Cookie session, boolean own) throws Exception {
        return send(session, post(PAGE + "/confirmation").param("own", "" + own));
    }

    private ResultActions link(Cookie session, String person) throws Exception {
        goAndComeBack(session, person);
        return confirm(session, true);
    }

    private ResultActions unlink(Cookie session, String password) throws Exception {
        return send(session, post(PAGE + "/removal").param("password", password));
    }

    @Test
    void somebody_links_their_own_account_by_password_whatever_its_name_and_unlinks_it() throws Exception {
        Cookie admin = signInByPassword(cast.another("sso.boss", "Boss", Role.ADMINISTRATOR));
        open(admin, "/profile").andExpect(content().string(containsString(PAGE)));
        open(admin, PAGE).andExpect(content().string(containsString("Link your account at Firm SSO")));
        begin(admin, "wrong password")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("aria-invalid=\"true\"")));

        link(admin, "number-boss").andExpect(redirectedUrl(PAGE + "?linked"));
        open(admin, PAGE + "?linked=")
                .andExpect(content().string(containsString("you may sign in by Firm SSO from now on")))
                .andExpect(content().string(containsString("has known this user since")));
        signIn("number-boss").andExpect(redirectedUrl("/"));
        web.perform(get("/settings/users").locale(Locale.ENGLISH).with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(matchesPattern("(?s).*Boss</strong>.{0,200}identity server</span>.*")));

        unlink(admin, Cast.PASSWORD).andExpect(redirectedUrl(PAGE));
        unlink(admin, Cast.PASSWORD).andExpect(status().isNotFound());
        signIn("number-boss").andExpect(redirectedUrl("/sign-in?unknown"));
    }

    @Test
    void nobody_is_bound_before_they_saw_as_whom() throws Exception {
        User user = cast.another("sso.seen", "Seen", Role.ADMINISTRATOR);
        Cookie session = signInByPassword(user);
        IdentityServer.CLAIMS.put("number-seen", Map.of("name", "Anna\u202e There", "email", "anna@elsewhere.example"));
        String question = question(session);
        assertThat(question).contains("prompt=login", "code_challenge=", "state=");

        web.perform(get(server.visit(question, "number-seen")).cookie(session)).andExpect(redirectedUrl(PAGE));
        assertThat(people.tie(user.id())).isEmpty();
        open(session, PAGE)
                .andExpect(content().string(containsString("Is this you?")))
                .andExpect(content().string(containsString("Anna There")))
                .andExpect(content().string(containsString("anna@elsewhere.example")));
        open(signInByPassword(user), PAGE).andExpect(content().string(not(containsString("Anna There"))));

        confirm(session, false).andExpect(redirectedUrl(PAGE));
        confirm(session, true).andExpect(redirectedUrl(PAGE));
        assertThat(people.tie(user.id())).as("answered once").isEmpty();

        link(session, "number-seen").andExpect(redirectedUrl(PAGE + "?linked"));
        open(session, PAGE).andExpect(content().string(containsString("Anna There, anna@elsewhere.example")));
        web.perform(get("/settings/users/{id}/sessions", user.id())
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(containsString("Anna There, anna@elsewhere.example")));
    }

    @Test
    void nobody_links_what_belongs_to_somebody_else_nor_for_somebody_else() throws Exception {
        User first = cast.another("sso.first", "First", Role.KAM);
        User second = cast.another("sso.second", "Second", Role.KAM);
        Cookie ofFirst = signInByPassword(first);
        link(ofFirst, "number-first").andExpect(redirectedUrl(PAGE + "?linked"));
        begin(ofFirst, Cast.PASSWORD).andExpect(redirectedUrl(PAGE));
        Cookie session = signInByPassword(second);
        link(session, "number-first").andExpect(redirectedUrl(PAGE + "?taken"));
        assertThat(people.tie(second.id())).isEmpty();

        URI back = server.visit(question(session), "number-third");
        web.perform(get(back).cookie(session).with(cast.signedIn(first))).andExpect(redirectedUrl("/sign-in?late"));
        web.perform(get(back).cookie(session)).andExpect(redirectedUrl("/sign-in?late"));

        goAndComeBack(session, "number-third");
        User third = cast.another("sso.third", "Third", Role.KAM);
        web.perform(get(PAGE).cookie(session).with(cast.signedIn(third)))
                .andExpect(content().string(not(containsString("number-third"))));
        web.perform(post(PAGE + "/confirmation")
                        .param("own", "true")
                        .cookie(session)
                        .with(cast.signedIn(third)))
                .andExpect(redirectedUrl(PAGE));
        assertThat(people.tie(second.id())).isEmpty();
        assertThat(people.tie(third.id())).isEmpty();
    }

    /// With a password that nobody knows, an administrator who parts from the server would stay outside.
    @Test
    void nobody_parts_from_the_server_without_a_password_that_they_know() throws Exception {
        provider.use(settings(server.issuer(), "Firm SSO", true));
        IdentityServer.CLAIMS.put("number-new", Map.of("preferred_username", "sso.new"));
        signIn("number-new").andExpect(redirectedUrl("/"));
        long id = desk.byName("sso.new").orElseThrow().id();
        cast.as(cast.administrator(), () -> desk.changeRole(id, Role.ADMINISTRATOR));
        Cookie session = session(signIn("number-new").andExpect(redirectedUrl("/")));

        for (String guess : new String[] {"", "a guessed password"}) {
            unlink(session, guess)
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("ask an administrator to set one: Settings, Users")));
        }
        send(session, post("/settings/users/{id}/provider/release", id)).andExpect(redirectedUrl(PAGE));
        assertThat(people.tie(id)).isPresent();

        Cookie renewed = session(
                send(session, post("/settings/users/{id}/password", id)).andExpect(redirectedUrl("/settings/users")));
        String page = open(renewed, "/settings/users").andReturn().getResponse().getContentAsString();
        Matcher password = Pattern.compile("shown only this once: ([^<\\s]+)").matcher(page);
        assertThat(password.find()).as(page).isTrue();
        unlink(renewed, password.group(1)).andExpect(redirectedUrl(PAGE));
        assertThat(people.tie(id)).isEmpty();
    }

    @Test
    void who_came_in_by_a_tie_is_out_when_it_is_taken_away() throws Exception {
        User user = cast.another("sso.out", "Out", Role.KAM);
        IdentityServer.CLAIMS.put("number-out", Map.of("preferred_username", "sso.out"));
        Cookie own = session(signIn("number-out").andExpect(redirectedUrl("/")));
        Cookie other = session(signIn("number-out").andExpect(redirectedUrl("/")));
        unlink(own, "a guessed password").andExpect(status().isUnprocessableContent());
        open(other, "/profile").andExpect(status().isOk());

        unlink(own, Cast.PASSWORD).andExpect(redirectedUrl(PAGE));
        open(other, "/profile").andExpect(redirectedUrl("/sign-in"));
        open(own, PAGE).andExpect(content().string(containsString("your other sessions have ended")));

        Cookie again = session(signIn("number-out").andExpect(redirectedUrl("/")));
        Cookie admin = signInByPassword(cast.administrator());
        send(admin, post("/settings/users/{id}/provider/release", user.id())).andExpect(status().is3xxRedirection());
        open(admin, "/settings/users/" + user.id() + "/sessions")
                .andExpect(content().string(containsString("all sessions of Out have ended")));
        open(again, "/profile").andExpect(redirectedUrl("/sign-in"));
        open(own, "/profile").andExpect(redirectedUrl("/sign-in"));
    }

    @Test
    void a_tie_to_a_server_that_the_firm_has_left_counts_no_more() throws Exception {
        User user = cast.another("sso.moved", "Moved", Role.ADMINISTRATOR);
        Cookie session = signInByPassword(user);
        link(session, "number-moved").andExpect(redirectedUrl(PAGE + "?linked"));
        User late = cast.another("sso.late", "Late", Role.KAM);
        Cookie unanswered = signInByPassword(late);
        goAndComeBack(unanswered, "number-late");

        provider.use(settings("http://127.0.0.1:1", "Next SSO", false));
        open(session, PAGE).andExpect(content().string(containsString("Link your account at Next SSO")));
        unlink(session, Cast.PASSWORD).andExpect(status().isNotFound());
        assertThat(people.bound()).doesNotContain(user.id());
        web.perform(get("/settings/users/{id}/sessions", user.id())
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.administrator())))
                .andExpect(content().string(not(containsString("/provider/release"))));
        confirm(unanswered, true).andExpect(redirectedUrl(PAGE));

        try (IdentityServer next = new IdentityServer()) {
            provider.use(settings(next.issuer(), "Next SSO", false));
            web.perform(get(next.visit(question(session), "number-anew")).cookie(session))
                    .andExpect(redirectedUrl(PAGE));
            confirm(session, true).andExpect(redirectedUrl(PAGE + "?linked"));
            assertThat(people.bound()).contains(user.id()).doesNotContain(late.id());
            assertThat(people.tie(user.id()).orElseThrow().account().shown()).isEqualTo("number-anew");
        }
        provider.use(settings(server.issuer(), "Firm SSO", false));
        assertThat(people.tie(late.id())).isEmpty();
    }

    @Test
    void a_server_that_is_away_links_nobody_and_says_so() throws Exception {
        Cookie session = signInByPassword(cast.another("sso.away", "Away", Role.KAM));
        provider.use(settings("http://127.0.0.1:1", "", false));
        begin(session, Cast.PASSWORD).andExpect(redirectedUrl(PAGE + "?away"));
        open(session, PAGE + "?away=")
                .andExpect(content().string(containsString("the identity server cannot be reached")));
        provider.use(none);
        begin(session, Cast.PASSWORD).andExpect(status().isNotFound());
        open(session, PAGE).andExpect(content().string(containsString("This installation has no identity server")));
        open(session, "/profile").andExpect(content().string(not(containsString(PAGE))));
    }
}
