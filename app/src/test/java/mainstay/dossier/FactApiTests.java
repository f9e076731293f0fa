package mainstay.dossier;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Locale;
import mainstay.identity.Role;
import mainstay.identity.TokenScope;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The archive for programs.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FactApiTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @BeforeAll
    void accounts(@Autowired StandingClock clock) {
        clock.reset();
        archive.accounts("J1", "J2", "J3");
    }

    private ResultActions call(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).header("Authorization", "Bearer " + cast.token(user)));
    }

    private static MockHttpServletRequestBuilder json(String address, String body) {
        return post("/api/v1/accounts" + address)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static String fact(String field, String value, String seen) {
        return """
                {"field":"%s","value":"%s","source":"register","observedOn":"2026-11-01","confidence":"confirmed","seen":%s}
                """.formatted(field, value, seen);
    }

    @Test
    void a_fact_is_written_read_confirmed_and_taken_back() throws Exception {
        call(cast.director(), json("/J1/facts", fact("registeredCapital", "1200000.50", "null")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.value").value("1200000.5"))
                .andExpect(jsonPath("$.current").value(true));
        long seen = number("$.facts[?(@.field == 'registeredCapital')].id");
        call(cast.director(), get("/api/v1/accounts/J1/facts"))
                .andExpect(jsonPath("$.facts[?(@.field == 'registeredCapital')].unit")
                        .value(hasItem("CNY")))
                .andExpect(jsonPath("$.facts[?(@.field == 'registeredCapital')].staleOn")
                        .value(hasItem("2029-11-01")))
                .andExpect(jsonPath("$.parts[0].freshness").value(1.0));

        call(cast.director(), json("/J1/facts", fact("registeredCapital", "9", "null")))
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.detail").value(containsString("send " + seen + " as seen")));
        call(cast.director(), json("/J1/facts/registeredCapital/reconfirmation", "{\"seen\":" + seen + "}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.observedOn").value("2026-11-16"));
        long again = number("$.facts[?(@.field == 'registeredCapital')].id");
        call(cast.director(), json("/J1/facts/registeredCapital/retirement", "{\"seen\":" + again + "}"))
                .andExpect(status().isUnprocessableContent());
        call(
                        cast.director(),
                        json(
                                "/J1/facts/registeredCapital/retirement",
                                "{\"seen\":" + again + ",\"reason\":\"another firm\"}"))
                .andExpect(status().isOk());
        call(cast.director(), json("/J1/facts/registeredCapital/reconfirmation", "{\"seen\":" + again + "}"))
                .andExpect(status().isConflict());
        call(cast.director(), json("/J1/facts", fact("registeredCapital", "9", "null")))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.current").value(false));
    }

    private long number(String path) throws Exception {
        String body = call(cast.director(), get("/api/v1/accounts/J1/facts"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return ((Number) JsonPath.<List<Object>>read(body, path).getFirst()).longValue();
    }

    @Test
    void each_reader_gets_what_the_own_level_shows_and_no_more() throws Exception {
        archive.write("J2", "attitude", "cordial", "2026-11-01");
        archive.write("J2", "website", "example.org", "2026-11-01");

        call(cast.director(), get("/api/v1/accounts/J2/facts"))
                .andExpect(jsonPath("$.facts[*].field").value(hasItem("attitude")))
                .andExpect(jsonPath("$.parts[2].freshness").value(1.0));
        call(cast.viewer(), get("/api/v1/accounts/J2/facts"))
                .andExpect(jsonPath("$.facts[*].field").value(hasItem("website")))
                .andExpect(jsonPath("$.facts[?(@.field == 'attitude')]").isEmpty())
                .andExpect(jsonPath("$.parts[2].freshness").value(nullValue()));
        call(cast.keyAccountManager(), get("/api/v1/accounts/J2/facts")).andExpect(status().isNotFound());
        call(cast.viewer(), json("/J2/facts", fact("website", "x", "null"))).andExpect(status().isForbidden());
        call(cast.controller(), json("/J2/facts", fact("attitude", "x", "null")))
                .andExpect(status().isForbidden())
                .andExpect(content().string(not(containsString("cordial"))));
    }

    @Test
    void what_makes_no_sense_is_refused_with_a_sentence() throws Exception {
        call(cast.director(), json("/J1/facts", fact("creditCode", "91350100M000100Y44", "null")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.detail").value(containsString("belongs 3 as the last")));
        call(cast.director(), json("/J1/facts", fact("nonsense", "1", "null"))).andExpect(status().isNotFound());
        call(cast.director(), json("/J1/facts", fact("policy", "a\\u202Eb", "null")))
                .andExpect(status().is4xxClientError());
        call(cast.director(), json("/J1/facts", "{}")).andExpect(status().isNotFound());
        call(cast.director(), get("/api/v1/accounts/J1/facts?asof=2026-01-01"))
                .andExpect(status().isUnprocessableContent());
        call(cast.director(), get("/api/v1/accounts/J1/facts?asOf=2030-01-01"))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void the_fields_are_listed_with_what_a_program_must_know() throws Exception {
        call(cast.viewer(), get("/api/v1/archive/fields"))
                .andExpect(jsonPath("$[?(@.code == 'telephone')].halfLife").value(hasItem(12)))
                .andExpect(jsonPath("$[?(@.code == 'attitude')].sensitivity").value(hasItem("full")))
                .andExpect(jsonPath("$[?(@.code == 'paymentHabit')].kind").value(hasItem("read")));
    }

    private ResultActions writing(MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH)
                .header("Authorization", "Bearer " + cast.token(cast.director(), TokenScope.WRITE)));
    }

    @Test
    void a_token_that_only_writes_is_told_nothing_of_what_stands_there() throws Exception {
        Fact fact = archive.write("J3", "attitude", "wary", "2026-11-01");
        writing(json("/J3/facts", fact("attitude", "x", "null")))
                .andExpect(status().isConflict())
                .andExpect(content().string(not(containsString(String.valueOf(fact.recordedBy())))))
                .andExpect(content().string(not(containsString("send " + fact.id()))));
        writing(json("/J3/facts/attitude/reconfirmation", "{\"seen\":" + fact.id() + "}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.value").value(nullValue()))
                .andExpect(content().string(not(containsString("wary"))));
    }

    @Test
    void what_is_personal_is_told_to_no_program() throws Exception {
        Fact fact = archive.write("J3", "reputation", "whispered about", "2026-11-01");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update dossier.field set sensitivity = 4 where code = 'reputation'");
        User custodian = cast.another("jia", "贾经理", Role.KAM);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "insert into identity.account_grant (account_id, user_id, level, starts_at, cause) values (%d, %d, 4, now() - interval '9 years', 'custodian')"
                        .formatted(archive.card("J3").id(), custodian.id()));
        web.perform(get("/accounts/J3/archive").with(cast.signedIn(custodian)))
                .andExpect(content().string(containsString("whispered about")));

        for (String address : List.of("/facts", "/card", "/brief")) {
            call(custodian, get("/api/v1/accounts/J3" + address))
                    .andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("whispered about"))));
        }
        call(custodian, json("/J3/facts/reputation/reconfirmation", "{\"seen\":" + fact.id() + "}"))
                .andExpect(status().isCreated())
                .andExpect(content().string(not(containsString("whispered about"))));
        web.perform(get("/accounts/J3/card").with(cast.signedIn(custodian))).andExpect(status().isOk());
        web.perform(get("/accounts/J3/card/print").with(cast.signedIn(custodian)))
                .andExpect(content().string(not(containsString("whispered about"))));
    }
}
