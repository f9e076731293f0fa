package mainstay.planning.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.TokenScope;
import mainstay.identity.User;
import mainstay.planning.standard.TierStandards;
import mainstay.portfolio.Standings;
import mainstay.relationships.ActivityBench;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// The keys of accounts with a plan: on the page of the plan, on the map, in files and for programs.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    ActivityBench activities;

    @Autowired
    Standings standings;

    @Autowired
    Keys keys;

    @Autowired
    TierStandards standards;

    private User manager;

    @BeforeAll
    void accounts() throws Exception {
        archive.accounts("KA", "KB", "KC");
        Acting.asOperator(() -> standings.renew(LocalDate.of(2026, 11, 4)));
        manager = cast.another("keyes", "要诀经理", Role.KAM);
        for (String code : new String[] {"KA", "KB"}) {
            archive.grant(code, manager, Level.FULL);
            start(code);
        }
        archive.write("KA", "competitorRelations", "Two others supply them", "2026-11-01");
        people.add("KA", "王采购");
        activities.add(manager, "KA", "visit", "2026-11-10", "60", "talked");
        send(
                        manager,
                        post("/accounts/KA/needs")
                                .param("title", "Shorter lead time")
                                .param("kind", "wish")
                                .param("priority", "1")
                                .param("source", "the visit")
                                .param("voicedOn", "2026-11-10")
                                .param("state", "open")
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
    }

    private void start(String code) throws Exception {
        send(
                        manager,
                        post("/accounts/" + code + "/plan")
                                .param("playbook", "grow")
                                .param("title", "Plan " + code)
                                .param("periodFrom", "2026-11-01")
                                .param("periodTo", "2027-10-31")
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String page(User user, String address) throws Exception {
        return send(user, get(address))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Mark mark(User user, String code, Key key) {
        return cast.as(user, () -> keys.of(archive.card(code).id()).orElseThrow())
                .at(key)
                .mark();
    }

    @Test
    void each_key_says_why_and_leads_to_what_turns_it_green() throws Exception {
        assertThat(mark(manager, "KA", Key.COMPETITORS)).isEqualTo(Mark.AMBER);
        assertThat(mark(manager, "KA", Key.PERSISTENCE)).isEqualTo(Mark.GREEN);
        assertThat(mark(manager, "KA", Key.UNDERSTAND)).isEqualTo(Mark.GREEN);
        assertThat(mark(manager, "KA", Key.ARCHIVE)).isEqualTo(Mark.RED);
        assertThat(mark(manager, "KA", Key.WIN_WIN)).isEqualTo(Mark.AMBER);
        assertThat(mark(manager, "KA", Key.PLAN)).isEqualTo(Mark.AMBER);
        assertThat(mark(manager, "KB", Key.PERSISTENCE)).isEqualTo(Mark.UNKNOWN);
        assertThat(mark(manager, "KB", Key.UNDERSTAND)).isEqualTo(Mark.RED);

        assertThat(page(manager, "/accounts/KA/plan"))
                .contains(
                        "Eight keys",
                        "6 days ago; every 120 days are expected.",
                        "2027 is not approved as it stands.",
                        "1 need has no answer, the oldest since",
                        "href=\"/accounts/KA/needs\">Write down what they need and what we can do",
                        "The plan says nothing of competition.");
    }

    @Test
    void what_a_reader_may_not_see_is_hidden_and_never_red() throws Exception {
        User colleague = cast.another("kbusiness", "同事", Role.KAM);
        archive.grant("KA", colleague, Level.BUSINESS);
        assertThat(mark(colleague, "KA", Key.COMPETITORS)).isEqualTo(Mark.HIDDEN);
        assertThat(mark(colleague, "KA", Key.PERSISTENCE)).isEqualTo(Mark.GREEN);

        User reader = cast.another("kcard", "读者", Role.KAM);
        archive.grant("KA", reader, Level.CARD);
        assertThat(mark(reader, "KA", Key.PLAN)).isEqualTo(Mark.HIDDEN);
        assertThat(mark(reader, "KA", Key.PROFITABILITY)).isEqualTo(Mark.HIDDEN);
        web.perform(get("/api/v1/accounts/KA/keys")
                        .locale(Locale.ENGLISH)
                        .header("Authorization", "Bearer " + cast.token(reader, TokenScope.READ_ARCHIVE)))
                .andExpect(jsonPath("$.keys.win-win.mark").value("hidden"))
                .andExpect(jsonPath("$.keys.win-win.toDo").isEmpty());
        web.perform(get("/api/v1/accounts/KA/keys")
                        .header("Authorization", "Bearer " + cast.token(reader, TokenScope.READ)))
                .andExpect(status().isForbidden());
    }

    @Test
    void the_map_counts_narrows_and_orders() throws Exception {
        String map = page(cast.director(), "/plans/keys");
        assertThat(map).contains("2 accounts", "KA", "KB").doesNotContain("href=\"/accounts/KC/plan\"");
        assertThat(map.indexOf("/accounts/KB/plan")).isLessThan(map.indexOf("/accounts/KA/plan"));
        assertThat(map)
                .contains("aria-label=\"Persistence: 1 with Green\"", "title=\"No contact was ever written down");

        String byMoney = page(cast.director(), "/plans/keys?sort=money");
        assertThat(byMoney.indexOf("/accounts/KA/plan")).isLessThan(byMoney.indexOf("/accounts/KB/plan"));

        assertThat(page(cast.director(), "/plans/keys?key=persistence&mark=green"))
                .contains("/accounts/KA/plan")
                .doesNotContain("/accounts/KB/plan");
        assertThat(page(cast.director(), "/plans/keys?stars=4")).contains("No account fits");
        assertThat(page(manager, "/plans/keys")).contains("No account fits", "Show all");
        assertThat(page(manager, "/plans/keys?manager=all")).contains("/accounts/KA/plan");
    }

    @Test
    void the_map_goes_along_as_a_file_and_to_programs() throws Exception {
        String csv = page(cast.director(), "/plans/keys/export?manager=all");
        assertThat(csv)
                .contains("Persistence: why", "KA,KA,,0,300,")
                .contains("No contact was ever written down; every 120 days are expected.");
        byte[] workbook = send(cast.director(), get("/plans/keys/export?form=xlsx"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(workbook).startsWith('P', 'K');
        send(cast.director(), get("/plans/keys/export?form=exe")).andExpect(status().isUnprocessableContent());

        web.perform(get("/api/v1/keys?sort=money")
                        .locale(Locale.ENGLISH)
                        .header("Authorization", "Bearer " + cast.token(cast.director(), TokenScope.READ_ARCHIVE)))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.counts.persistence.green").value(1))
                .andExpect(jsonPath("$.accounts[0].code").value("KA"))
                .andExpect(jsonPath("$.accounts[0].keys.archive.mark").value("red"))
                .andExpect(jsonPath("$.accounts[0].keys.archive.toDo[0].path").value("/accounts/KA/archive"))
                .andExpect(jsonPath("$.accounts[0].keys.plan.why").value(containsString("not approved")));
    }

    private MockHttpServletRequestBuilder standards(int contactDays, int archive) {
        MockHttpServletRequestBuilder form = post("/settings/plans");
        Acting.asOperator(standards::all)
                .forEach(standard -> form.param("review" + standard.stars(), "91")
                        .param("contact" + standard.stars(), String.valueOf(contactDays))
                        .param("people" + standard.stars(), "1")
                        .param("archive" + standard.stars(), String.valueOf(archive))
                        .param("margin" + standard.stars(), "-5"));
        return form;
    }

    @Test
    void a_director_says_what_the_stars_ask() throws Exception {
        String refused = send(cast.director(), standards(3, 101))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("href=\"#archive1\"", "value=\"101\"");
        send(manager, standards(3, 30)).andExpect(status().isForbidden());
        assertThat(mark(manager, "KA", Key.PERSISTENCE)).isEqualTo(Mark.GREEN);

        send(cast.director(), standards(3, 30)).andExpect(status().is3xxRedirection());
        assertThat(mark(manager, "KA", Key.PERSISTENCE)).isEqualTo(Mark.RED);

        send(cast.administrator(), standards(120, 30)).andExpect(status().is3xxRedirection());
        assertThat(mark(manager, "KA", Key.PERSISTENCE)).isEqualTo(Mark.GREEN);
    }
}
