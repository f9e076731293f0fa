package mainstay.accounts.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import mainstay.dossier.Archive;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// People for programs, under the same rules; and their days on Today.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PersonApiTests {

    private static final String NEW = """
            {"account": "API1", "name": "%1$s", "latinName": "", "code": "%2$s", "submission": "%3$s",
             "contacts": [{"kind": "mail", "value": "%2$s@example.com"}],
             "days": [{"kind": "birthday", "month": 2, "day": 29}],
             "position": {"function": "quality", "title": "Head", "from": "1999-12-31"}}""";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench bench;

    @Autowired
    StandingClock clock;

    private User manager;

    @BeforeAll
    void accounts() {
        archive.accounts("API1", "API2");
        manager = cast.another("ai", "艾经理", Role.KAM);
        archive.grant("API1", manager, Level.FULL);
        bench.add("API2", "应隐");
    }

    @AfterEach
    void back() {
        clock.reset();
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.header("Authorization", "Bearer " + cast.token(user)));
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request, String body) throws Exception {
        return send(user, request.contentType(MediaType.APPLICATION_JSON).content(body));
    }

    @Test
    void a_program_writes_reads_and_changes_a_person_once() throws Exception {
        String body = NEW.formatted("艾青青", "X-1", "6f1b3a52-63f5-4b6a-9d2b-3c1d8a90f001");
        send(manager, post("/api/v1/people"), body)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.person.positions[0].from").value("1999-12-31"))
                .andExpect(jsonPath("$.days[0].day").value(29));
        send(manager, post("/api/v1/people"), body).andExpect(status().isCreated());
        send(manager, get("/api/v1/people?q=aiqingqing"))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.people[0].contacts[0].value").value("X-1@example.com"));
        long id = bench.count(cast.director(), "select id from accounts.person where code = 'X-1'");

        String change = "{\"name\": \"艾青\", \"seen\": 1}";
        send(manager, put("/api/v1/people/" + id), change)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.person.revision").value(2));
        send(manager, put("/api/v1/people/" + id), change).andExpect(status().isConflict());
        send(manager, get("/api/v1/accounts/API1/people"))
                .andExpect(jsonPath("$[?(@.person == " + id + ")].title").value("Head"));
        send(cast.viewer(), get("/api/v1/accounts/API1/people"))
                .andExpect(jsonPath("$.length()").value(0));
    }

    @Test
    void who_held_a_position_on_a_day_is_asked_for_by_pages_and_programs() throws Exception {
        archive.accounts("API9");
        String since = "2020-01-01";
        long early =
                bench.add("API9", PersonBench.form("早来人", ""), PersonBench.position("quality", since, "2022-06-30"));
        long late = bench.add("API9", PersonBench.form("后来人", ""), PersonBench.position("quality", "2022-07-01", ""));
        long always = bench.add("API9", PersonBench.form("一直人", ""), PersonBench.position("sales", "", ""));
        String program = "/api/v1/accounts/API9/people";
        send(cast.director(), get(program)).andExpect(jsonPath("$.length()").value(3));
        send(cast.director(), get(program + "?asOf=2022-06-30"))
                .andExpect(jsonPath("$[*].person", containsInAnyOrder((int) early, (int) always)));
        send(cast.director(), get(program + "?asOf=2022-07-01"))
                .andExpect(jsonPath("$[*].person", containsInAnyOrder((int) late, (int) always)));
        send(cast.director(), get(program + "?asOf=yesterday")).andExpect(status().is4xxClientError());

        String page = web.perform(get("/accounts/API9/people?asOf=2022-06-30")
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("早来人", "一直人", "There on that day (2)", "by the days that we know today", "Back to today")
                .doesNotContain("后来人");
    }

    @Test
    void a_day_of_which_nobody_can_know_is_refused_at_its_field() throws Exception {
        archive.accounts("API8");
        bench.add("API8", PersonBench.form("今天人", ""), PersonBench.position("quality", "2020-01-01", ""));
        for (String day : new String[] {"1899-01-01", "yesterday", "999999999999"}) {
            assertThat(ofDay(day, 422))
                    .as(day)
                    .contains("As of</a>: Write a day such as 2026-11-17, from 1900-01-01 to today")
                    .contains("今天人", "id=\"people-as-of\"", "value=\"" + day + "\"")
                    .doesNotContain("asOf cannot be taken");
        }
        assertThat(ofDay("2026-11-17", 422)).contains("is not known yet. Choose today or an earlier day", "今天人");
        assertThat(ofDay("1900-01-01", 200))
                .contains("The first day of which anything is known here is Jan 1, 2020.")
                .doesNotContain("今天人");
        assertThat(ofDay("2026-11-16", 200)).contains("今天人").doesNotContain("role=\"alert\"");
    }

    private String ofDay(String day, int status) throws Exception {
        return web.perform(get("/accounts/API8/people")
                        .param("asOf", day)
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.director())))
                .andExpect(status().is(status))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private String seen(User user) throws Exception {
        return web.perform(get("/archive/looks.csv?user=" + user.name())
                        .locale(Locale.ENGLISH)
                        .with(cast.signedIn(cast.administrator())))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    @Test
    void what_a_program_was_told_of_people_stands_in_the_read_log_by_number() throws Exception {
        User reader = cast.another("gu", "顾经理", Role.KAM);
        archive.grant("API1", reader, Level.FULL);
        send(manager, post("/api/v1/people"), NEW.formatted("顾盼", "X-7", "6f1b3a52-63f5-4b6a-9d2b-3c1d8a90f007"))
                .andExpect(status().isCreated());
        long id = bench.count(cast.director(), "select id from accounts.person where code = 'X-7'");
        send(reader, get("/api/v1/accounts/API1/people")).andExpect(status().isOk());
        web.perform(get("/people/" + id).with(cast.signedIn(reader))).andExpect(status().isOk());
        assertThat(seen(reader)).doesNotContain("#" + id);

        send(reader, get("/api/v1/people/" + id)).andExpect(status().isOk());
        send(reader, get("/api/v1/people?q=gupan"))
                .andExpect(jsonPath("$.total").value(1));

        assertThat(seen(reader))
                .containsPattern("API1,API1,Program,People,Business,,#" + id)
                .doesNotContain("顾盼");
        assertThat(seen(reader).lines().filter(line -> line.contains("#" + id))).hasSize(2);
        assertThat(seen(manager)).contains("#" + id);
    }

    @Test
    void a_program_is_told_nothing_that_the_log_cannot_hold() throws Exception {
        User reader = cast.another("ku", "库经理", Role.KAM);
        archive.grant("API1", reader, Level.FULL);
        send(manager, post("/api/v1/people"), NEW.formatted("库尔", "X-8", "6f1b3a52-63f5-4b6a-9d2b-3c1d8a90f008"))
                .andExpect(status().isCreated());
        TestServer.executeAt(StoryDatabase.ownerUrl(), "revoke insert on dossier.look from mainstay_app");
        try {
            send(reader, get("/api/v1/people?q=kuer")).andExpect(status().is5xxServerError());
        } catch (Exception unhandled) {
            assertThat(unhandled).hasStackTraceContaining("permission denied");
        } finally {
            TestServer.executeAt(
                    StoryDatabase.ownerUrl(),
                    "grant insert (user_id, actor, account_id, what, parts, level, loan_id, detail) on dossier.look to mainstay_app");
        }
    }

    @Test
    void a_program_sees_nobody_of_other_accounts() throws Exception {
        long stranger = bench.count(cast.director(), "select id from accounts.person where name = '应隐'");
        send(manager, get("/api/v1/people/" + stranger)).andExpect(status().isNotFound());
        send(manager, get("/api/v1/people?q=应隐")).andExpect(jsonPath("$.total").value(0));
        send(manager, get("/api/v1/accounts/API2/people")).andExpect(status().isNotFound());
        send(cast.viewer(), post("/api/v1/people"), NEW.formatted("x", "y", "")).andExpect(status().isForbidden());
    }

    @Test
    void what_cannot_be_taken_is_refused_with_a_sentence() throws Exception {
        send(manager, post("/api/v1/people"), NEW.formatted("名".repeat(301), "q", ""))
                .andExpect(status().isUnprocessableContent());
        send(manager, post("/api/v1/people"), "{\"name\": \"x\"}").andExpect(status().isUnprocessableContent());
        bench.add("API1", "殷实");
        send(manager, post("/api/v1/people"), NEW.formatted("Yin Shi", "r", "")).andExpect(status().isConflict());
    }

    @Test
    void days_to_come_stand_on_today_also_the_leap_day() throws Exception {
        send(manager, post("/api/v1/people"), NEW.formatted("闰生", "LEAP", "")).andExpect(status().isCreated());

        clock.setTo(Instant.parse("2027-02-22T01:00:00Z"));
        assertThat(today()).contains("Birthday of", "闰生");
        clock.setTo(Instant.parse("2027-03-01T01:00:00Z"));
        assertThat(today()).doesNotContain("闰生");
        clock.setTo(Instant.parse("2028-02-29T01:00:00Z"));
        assertThat(today()).contains("闰生");
    }

    private String today() throws Exception {
        return web.perform(get("/today").locale(Locale.ENGLISH).with(cast.signedIn(manager)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
