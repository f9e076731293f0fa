package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import mainstay.shared.BadSetting;
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
import org.springframework.web.util.UriComponentsBuilder;

/// Signing in by the identity server of the firm, asked for real; whatever goes wrong is one clear sentence.
@Story
class ProviderTests {

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
        provider.use(settings("preferred_username", false));
        database.sql("delete from identity.sign_in_attempt").update();
    }

    @AfterEach
    void the_firm_has_none() {
        provider.use(none);
        IdentityServer.CLAIMS.clear();
    }

    private static ProviderSettings settings(String claim, boolean addUsers) {
        return new ProviderSettings(
                server.issuer(), IdentityServer.CLIENT, IdentityServer.SECRET, "Firm SSO", claim, addUsers);
    }

    private record Asked(Cookie session, String question) {}

    private Asked leave() throws Exception {
        ResultActions answer = web.perform(get("/sign-in/provider")).andExpect(status().is3xxRedirection());
        return new Asked(
                Objects.requireNonNull(answer.andReturn().getResponse().getCookie(SecureTransport.SESSION)),
                Objects.requireNonNull(answer.andReturn().getResponse().getRedirectedUrl()));
    }

    private ResultActions comeBack(Cookie session, URI back) throws Exception {
        return web.perform(get(back).cookie(session));
    }

    private ResultActions signIn(String person) throws Exception {
        Asked asked = leave();
        return comeBack(asked.session(), server.visit(asked.question(), person));
    }

    private String latestResult() {
        return cast.as(cast.administrator(), () -> log.page(new SignInWish(null, null, null, null, null), 1, 0))
                .getFirst()
                .result()
                .code();
    }

    @Autowired
    SignInLog log;

    @Test
    void somebody_who_is_known_here_comes_in() throws Exception {
        cast.another("sso.one", "One", Role.KAM);
        IdentityServer.CLAIMS.put("number-1", Map.of("preferred_username", "SSO.One"));
        web.perform(get("/sign-in").locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("Sign in with Firm SSO")));

        ResultActions answer = signIn("number-1").andExpect(redirectedUrl("/"));

        Cookie session = Objects.requireNonNull(answer.andReturn().getResponse().getCookie(SecureTransport.SESSION));
        web.perform(get("/profile/sessions").locale(Locale.ENGLISH).cookie(session))
                .andExpect(content().string(containsString("by identity server")));
        assertThat(latestResult()).isEqualTo("signedIn");
    }

    @Test
    void an_administrator_is_nobody_whom_a_claim_names() throws Exception {
        User user = cast.another("sso.admin", "Admin", Role.ADMINISTRATOR);
        IdentityServer.CLAIMS.put("number-a", Map.of("preferred_username", "sso.admin"));
        signIn("number-a").andExpect(redirectedUrl("/sign-in?unknown"));

        cast.as(cast.administrator(), () -> desk.changeRole(user.id(), Role.KAM));
        signIn("number-a").andExpect(redirectedUrl("/"));
        cast.as(cast.administrator(), () -> desk.changeRole(user.id(), Role.ADMINISTRATOR));
        signIn("number-a").andExpect(redirectedUrl("/"));
    }

    @Test
    void the_question_carries_state_nonce_and_proof_and_no_secret() throws Exception {
        assertThat(leave().question())
                .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256")
                .doesNotContain(IdentityServer.SECRET, "prompt=");
    }

    @Test
    void who_is_bound_is_known_by_number_and_nobody_takes_the_name_over() throws Exception {
        cast.another("sso.two", "Two", Role.KAM);
        IdentityServer.CLAIMS.put("number-2", Map.of("preferred_username", "sso.two"));
        signIn("number-2").andExpect(redirectedUrl("/"));

        IdentityServer.CLAIMS.put("number-2", Map.of("preferred_username", "renamed"));
        signIn("number-2").andExpect(redirectedUrl("/"));
        IdentityServer.CLAIMS.put("number-3", Map.of("preferred_username", "sso.two"));
        signIn("number-3").andExpect(redirectedUrl("/sign-in?unknown"));

        String release =
                "/settings/users/" + desk.byName("sso.two").orElseThrow().id() + "/provider/release";
        web.perform(post(release).with(cast.signedIn(cast.director()))).andExpect(status().isForbidden());
        web.perform(post(release).with(cast.signedIn(cast.administrator()))).andExpect(status().is3xxRedirection());
        signIn("number-3").andExpect(redirectedUrl("/"));
        signIn("number-2").andExpect(redirectedUrl("/sign-in?unknown"));
    }

    @Test
    void who_is_not_known_or_shut_out_reads_the_same() throws Exception {
        User user = cast.another("sso.four", "Four", Role.KAM);
        cast.as(cast.administrator(), () -> desk.disable(user.id()));
        IdentityServer.CLAIMS.put("number-4", Map.of("preferred_username", "sso.four"));
        IdentityServer.CLAIMS.put("number-5", Map.of("preferred_username", "nobody.here"));

        signIn("number-4").andExpect(redirectedUrl("/sign-in?unknown"));
        assertThat(latestResult()).isEqualTo("shutOut");
        signIn("number-5").andExpect(redirectedUrl("/sign-in?unknown"));
        assertThat(latestResult()).isEqualTo("unknownPerson");
        signIn("number-without-a-claim").andExpect(redirectedUrl("/sign-in?unknown"));
    }

    @Test
    void where_the_firm_wants_it_whoever_is_known_there_becomes_a_viewer() throws Exception {
        provider.use(settings("preferred_username", true));
        IdentityServer.CLAIMS.put("number-6", Map.of("preferred_username", "sso.six", "name", "六先生"));
        signIn("number-6").andExpect(redirectedUrl("/"));
        assertThat(desk.byName("sso.six").orElseThrow().role()).isEqualTo(Role.VIEWER);

        for (String name : List.of("<script>", "x", "a".repeat(61), "名字")) {
            IdentityServer.CLAIMS.put("number-7", Map.of("preferred_username", name));
            signIn("number-7").andExpect(redirectedUrl("/sign-in?unknown"));
        }
    }

    @Test
    void an_address_counts_once_it_is_verified() throws Exception {
        provider.use(settings("email", false));
        cast.another("sso.eight@firm.example", "Eight", Role.KAM);
        IdentityServer.CLAIMS.put("number-8", Map.of("email", "sso.eight@firm.example"));
        signIn("number-8").andExpect(redirectedUrl("/sign-in?unknown"));

        IdentityServer.CLAIMS.put("number-8", Map.of("email", "sso.eight@firm.example", "email_verified", true));
        signIn("number-8").andExpect(redirectedUrl("/"));
    }

    @Test
    void another_state_another_session_and_a_second_use_are_refused() throws Exception {
        cast.another("sso.nine", "Nine", Role.KAM);
        IdentityServer.CLAIMS.put("number-9", Map.of("preferred_username", "sso.nine"));
        Asked asked = leave();
        URI back = server.visit(asked.question(), "number-9");

        URI forged = UriComponentsBuilder.fromUri(back)
                .replaceQueryParam("state", "guessed")
                .build(true)
                .toUri();
        comeBack(asked.session(), forged).andExpect(redirectedUrl("/sign-in?provider"));
        assertThat(latestResult()).isEqualTo("providerRefused");
        comeBack(asked.session(), back).andExpect(redirectedUrl("/sign-in?late"));
        web.perform(get(back)).andExpect(redirectedUrl("/sign-in?late"));

        Asked victim = leave();
        comeBack(victim.session(), back).andExpect(redirectedUrl("/sign-in?provider"));
    }

    /// The right state and a code that belongs to another question: its nonce and proof are others.
    @Test
    void a_code_that_was_got_for_another_question_is_refused() throws Exception {
        Asked mine = leave();
        URI back = server.visit(mine.question(), "number-10");
        Asked other = leave();
        String state = Objects.requireNonNull(UriComponentsBuilder.fromUriString(other.question())
                .build(true)
                .getQueryParams()
                .getFirst("state"));
        URI mixed = UriComponentsBuilder.fromUri(back)
                .replaceQueryParam("state", state)
                .build(true)
                .toUri();

        comeBack(other.session(), mixed).andExpect(redirectedUrl("/sign-in?provider"));
    }

    @Test
    void nonsense_and_a_refusal_there_are_told_in_a_sentence() throws Exception {
        for (String query :
                List.of("", "?error=access_denied&state=x", "?code=&state=", "?code=x", "?code=x&state=y")) {
            comeBack(leave().session(), URI.create(IdentityProvider.RETURN + query))
                    .andExpect(redirectedUrl("/sign-in?provider"));
        }
        web.perform(get("/sign-in?provider=").locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("was not accepted")))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void a_server_that_is_away_is_told_and_keeps_nobody_from_a_password() throws Exception {
        provider.use(new ProviderSettings(
                "http://127.0.0.1:1", IdentityServer.CLIENT, IdentityServer.SECRET, "", "email", false));
        web.perform(get("/sign-in/provider")).andExpect(redirectedUrl("/sign-in?away"));
        web.perform(get("/sign-in?away=").locale(Locale.ENGLISH))
                .andExpect(content().string(containsString("cannot be reached")))
                .andExpect(content().string(containsString("id=\"password\"")));
        assertThat(latestResult()).isEqualTo("providerAway");
    }

    @Test
    void where_the_firm_has_none_there_is_no_button_and_no_way() throws Exception {
        provider.use(none);
        web.perform(get("/sign-in").locale(Locale.ENGLISH))
                .andExpect(content().string(not(containsString("/sign-in/provider"))));
        web.perform(get("/sign-in/provider")).andExpect(status().isNotFound());
        web.perform(get(IdentityProvider.RETURN + "?code=x&state=y")).andExpect(redirectedUrl("/sign-in?late"));
    }

    @Test
    void settings_that_will_not_do_are_said_at_the_start() {
        assertThatThrownBy(() -> new ProviderSettings("https://id.example", "", "", "", "sub", false))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("MAINSTAY_OIDC_CLIENT_ID");
        for (String issuer : List.of("http://id.example", "id.example", "ftp://id.example", "https://")) {
            assertThatThrownBy(() -> new ProviderSettings(issuer, "a", "b", "", "sub", false))
                    .as(issuer)
                    .isInstanceOf(BadSetting.class);
        }
    }
}
