package mainstay.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.TokenScope;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// What programs ask of archives beside their facts. Today is 16 November 2026.
@Story
class ArchiveApiTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    LoanBench loans;

    @BeforeEach
    void today(@Autowired StandingClock clock) {
        clock.reset();
    }

    private ResultActions call(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH)
                .header("Authorization", "Bearer " + cast.token(user, TokenScope.READ_ARCHIVE, TokenScope.WRITE)));
    }

    @Test
    void what_was_observed_long_ago_and_brought_in_today_stands_on_days_before() throws Exception {
        archive.accounts("AA1");
        call(
                        cast.director(),
                        post("/api/v1/accounts/AA1/facts")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("""
                                        {"field":"telephone","value":"021-77","source":"old file","observedOn":"2024-05-02","confidence":"reported"}
                                        """))
                .andExpect(status().isCreated());

        call(cast.director(), get("/api/v1/accounts/AA1/facts?asOf=2024-05-02"))
                .andExpect(jsonPath("$.facts[?(@.field == 'telephone')].value").value(contains("021-77")));
        call(cast.director(), get("/api/v1/accounts/AA1/facts?asOf=2024-05-01"))
                .andExpect(jsonPath("$.facts[?(@.field == 'telephone')]").isEmpty());
    }

    @Test
    void what_is_old_is_listed_and_confirmed_at_once() throws Exception {
        archive.accounts("AB1", "AB2");
        User manager = cast.another("ab.manager", "阿经理", Role.KAM);
        archive.grant("AB1", manager, Level.FULL);
        long old = archive.write("AB1", "telephone", "021-1", "2024-01-01").id();
        long hidden = archive.write("AB2", "telephone", "021-2", "2024-01-01").id();

        call(manager, get("/api/v1/archive/stale"))
                .andExpect(jsonPath("$.asOf").value("2026-11-16"))
                .andExpect(jsonPath("$.accounts").value(1))
                .andExpect(jsonPath("$.rows[0].account").value("AB1"))
                .andExpect(jsonPath("$.rows[0].facts[0].id").value(old))
                .andExpect(jsonPath("$.rows[0].facts[0].value").value("021-1"));
        call(manager, get("/api/v1/archive/stale?part=nothing")).andExpect(status().isUnprocessableContent());
        call(
                        manager,
                        post("/api/v1/archive/reconfirmations")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"facts\":[" + old + "," + hidden + "," + old + ",null]}"))
                .andExpect(jsonPath("$.confirmed").value(1))
                .andExpect(jsonPath("$.left").value(1));
        call(manager, get("/api/v1/archive/stale")).andExpect(jsonPath("$.rows").isEmpty());
    }

    @Test
    void who_answers_and_who_looked_is_told_as_on_the_pages() throws Exception {
        archive.accounts("AC1");
        User custodian = cast.another("ac.custodian", "档管员", Role.KAM);
        loans.name(archive.card("AC1"), custodian, cast.director());
        archive.write("AC1", "attitude", "warm", "2026-11-01");
        call(cast.director(), get("/api/v1/accounts/AC1/facts")).andExpect(status().isOk());

        call(custodian, get("/api/v1/accounts/AC1/custody"))
                .andExpect(jsonPath("$.named.custodian").value(custodian.fullName()))
                .andExpect(jsonPath("$.past").isEmpty());
        call(cast.director(), get("/api/v1/archive/looks?account=AC1"))
                .andExpect(jsonPath("$.looks[0].person").value(cast.director().name()))
                .andExpect(jsonPath("$.looks[0].where").value("api"))
                .andExpect(jsonPath("$.looks[0].account").value("AC1"));
        call(cast.agent(), get("/api/v1/archive/looks?account=AC1")).andExpect(status().isForbidden());
        for (String address : new String[] {"/archive/stale", "/archive/looks", "/accounts/AC1/custody"}) {
            int status = web.perform(get("/api/v1" + address)
                            .header("Authorization", "Bearer " + cast.token(cast.director(), TokenScope.READ)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            assertThat(status).as(address).isEqualTo(403);
        }
    }
}
