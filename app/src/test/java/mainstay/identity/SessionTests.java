package mainstay.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Everybody sees where they are signed in and ends what they do not know; what was ended opens nothing any more.
@Story
class SessionTests {

    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1";
    private static final String DESK =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    UserDesk desk;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void nobody_is_signed_in() {
        database.sql("delete from identity.session").update();
    }

    private Cookie signIn(String name, String password, String agent) throws Exception {
        return Objects.requireNonNull(web.perform(post("/sign-in")
                        .param("name", name)
                        .param("password", password)
                        .header("User-Agent", agent)
                        .with(csrf()))
                .andExpect(redirectedUrl("/"))
                .andReturn()
                .getResponse()
                .getCookie(SecureTransport.SESSION));
    }

    private Cookie signIn(User user, String agent) throws Exception {
        return signIn(user.name(), Cast.PASSWORD, agent);
    }

    private ResultActions open(Cookie session, String path) throws Exception {
        return web.perform(get(path).locale(Locale.ENGLISH).cookie(session));
    }

    private ResultActions send(Cookie session, MockHttpServletRequestBuilder form) throws Exception {
        return web.perform(form.locale(Locale.ENGLISH).cookie(session).with(csrf()));
    }

    private List<String> handles(Cookie session, String path) throws Exception {
        String page = open(session, path)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Pattern.compile("/sessions/([0-9a-f]{24})/end")
                .matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void each_session_is_told_by_device_and_address_and_none_by_its_number() throws Exception {
        User director = cast.director();
        Cookie own = signIn(director, DESK);
        Cookie other = signIn(director, PHONE);

        open(own, "/profile/sessions")
                .andExpect(content().string(containsString("Edge on Windows")))
                .andExpect(content().string(containsString("Safari on iPhone")))
                .andExpect(content().string(containsString("from 127.0.0.1, by password")))
                .andExpect(content().string(containsString("this one")))
                .andExpect(content().string(not(containsString(other.getValue()))));
        assertThat(database.sql("select session_id from identity.session")
                        .query(String.class)
                        .list())
                .hasSize(2)
                .noneSatisfy(
                        id -> open(own, "/profile/sessions").andExpect(content().string(containsString(id))));
    }

    @Test
    void an_ended_session_is_a_stranger_at_once() throws Exception {
        User controller = cast.controller();
        Cookie own = signIn(controller, DESK);
        Cookie lost = signIn(controller, PHONE);
        List<String> handles = handles(own, "/profile/sessions");
        assertThat(handles).hasSize(1);

        send(own, post("/profile/sessions/{handle}/end", handles.getFirst()))
                .andExpect(redirectedUrl("/profile/sessions"));

        open(lost, "/profile").andExpect(redirectedUrl("/sign-in"));
        open(own, "/profile").andExpect(status().isOk());
        send(own, post("/profile/sessions/{handle}/end", handles.getFirst())).andExpect(status().isNotFound());
    }

    @Test
    void all_others_end_together_and_this_one_stays() throws Exception {
        User agent = cast.agent();
        Cookie own = signIn(agent, DESK);
        List<Cookie> others = List.of(signIn(agent, PHONE), signIn(agent, ""));
        Cookie stranger = signIn(cast.viewer(), PHONE);

        send(own, post("/profile/sessions/end")).andExpect(redirectedUrl("/profile/sessions"));

        for (Cookie other : others) {
            open(other, "/profile").andExpect(redirectedUrl("/sign-in"));
        }
        open(own, "/profile").andExpect(status().isOk());
        open(stranger, "/profile").andExpect(status().isOk());
    }

    @Test
    void nobody_ends_the_session_of_somebody_else_but_an_administrator() throws Exception {
        User viewer = cast.viewer();
        Cookie session = signIn(viewer, PHONE);
        Cookie administrator = signIn(cast.administrator(), DESK);
        Cookie director = signIn(cast.director(), DESK);
        String page = "/settings/users/" + viewer.id() + "/sessions";
        String handle = handles(administrator, page).getFirst();

        send(director, post("/profile/sessions/{handle}/end", handle)).andExpect(status().isNotFound());
        send(director, post(page + "/{handle}/end", handle)).andExpect(status().isForbidden());
        open(director, page).andExpect(status().isForbidden());
        open(session, "/profile").andExpect(status().isOk());

        send(administrator, post(page + "/{handle}/end", handle)).andExpect(redirectedUrl(page));
        open(session, "/profile").andExpect(redirectedUrl("/sign-in"));

        Cookie again = signIn(viewer, PHONE);
        send(administrator, post(page + "/end")).andExpect(redirectedUrl(page));
        open(again, "/profile").andExpect(redirectedUrl("/sign-in"));
        open(administrator, "/profile").andExpect(status().isOk());
    }

    @Test
    void a_new_password_ends_the_others_and_gives_this_one_a_new_number() throws Exception {
        User user = cast.another("gao", "高经理", Role.KAM);
        Cookie own = signIn(user, DESK);
        Cookie other = signIn(user, PHONE);
        String token = cast.token(user);

        Cookie renewed = Objects.requireNonNull(send(
                        own,
                        post("/profile/password").param("old", Cast.PASSWORD).param("password", "lantern over harbour"))
                .andExpect(redirectedUrl("/profile"))
                .andReturn()
                .getResponse()
                .getCookie(SecureTransport.SESSION));

        assertThat(renewed.getValue()).isNotEqualTo(own.getValue());
        open(renewed, "/profile").andExpect(status().isOk());
        open(own, "/profile").andExpect(redirectedUrl("/sign-in"));
        open(other, "/profile").andExpect(redirectedUrl("/sign-in"));
        web.perform(get("/api/v1/accounts").header("Authorization", "Bearer " + token))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void a_wrong_old_password_ends_nothing() throws Exception {
        User user = cast.another("he", "何经理", Role.KAM);
        Cookie own = signIn(user, DESK);
        Cookie other = signIn(user, PHONE);

        send(own, post("/profile/password").param("old", "not the one").param("password", "lantern over harbour"))
                .andExpect(status().isUnprocessableContent());

        open(own, "/profile").andExpect(status().isOk());
        open(other, "/profile").andExpect(status().isOk());
    }

    @Test
    void whoever_is_shut_out_or_given_a_password_leaves_no_session_behind() throws Exception {
        User user = cast.another("luo", "罗经理", Role.KAM);
        signIn(user, PHONE);
        cast.as(cast.administrator(), () -> desk.disable(user.id()));
        assertThat(sessionsOf(user)).isZero();

        cast.as(cast.administrator(), () -> desk.enable(user.id()));
        signIn(user, PHONE);
        cast.as(cast.administrator(), () -> desk.setPassword(user.id(), "lantern over harbour"));
        assertThat(sessionsOf(user)).isZero();
    }

    private long sessionsOf(User user) {
        return database.sql("select count(*) from identity.session where principal_name = :name")
                .param("name", user.name())
                .query(Long.class)
                .single();
    }

    @Test
    void what_a_browser_says_of_itself_is_shown_as_words_and_never_as_markup() throws Exception {
        User user = cast.another("song", "宋经理", Role.KAM);
        Cookie session = signIn(user, "<script>alert(1)</script>\u202e" + "x".repeat(5_000));

        open(session, "/profile/sessions")
                .andExpect(content().string(containsString("unknown device")))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void devices_are_known_by_the_words_that_tell_them_apart() {
        assertThat(Device.of(DESK)).isEqualTo(new Device("edge", "windows"));
        assertThat(Device.of(PHONE)).isEqualTo(new Device("safari", "iphone"));
        assertThat(Device.of("Mozilla/5.0 (Linux; Android 14) Chrome/120.0 Safari/537.36 MicroMessenger/8.0"))
                .isEqualTo(new Device("wechat", "android"));
        assertThat(Device.of("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo(new Device("firefox", "linux"));
        assertThat(Device.of("")).isEqualTo(new Device("other", "other"));
    }
}
