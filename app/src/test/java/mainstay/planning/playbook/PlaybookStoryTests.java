package mainstay.planning.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.User;
import mainstay.planning.playbook.Playbook.Task;
import mainstay.portfolio.Standings;
import mainstay.shared.web.Texts;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// A director changes templates and makes own ones; plans begin with what stands then.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaybookStoryTests {

    private static final String TEMPLATES = "/settings/plans/templates";

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench rows;

    @Autowired
    Playbooks playbooks;

    @Autowired
    PlaybookForm forms;

    @Autowired
    Standings standings;

    @Autowired
    Texts texts;

    @BeforeAll
    void ledger() {
        archive.accounts("TA");
        Acting.asOperator(() -> standings.renew(LocalDate.of(2026, 11, 4)));
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String answer(User user, MockHttpServletRequestBuilder request) throws Exception {
        return send(user, request).andReturn().getResponse().getContentAsString();
    }

    private Playbook at(String code) {
        return Acting.asOperator(() -> playbooks.byCode(code).orElseThrow());
    }

    private MockHttpServletRequestBuilder form(String code, Map<String, String> instead) {
        MockHttpServletRequestBuilder form = post(TEMPLATES + "/" + code);
        Map<String, String> fields = Acting.asOperator(() -> forms.fields(at(code), Locale.ENGLISH));
        fields.putAll(instead);
        fields.forEach(form::param);
        return form;
    }

    @Test
    void templates_that_come_along_have_their_words_in_every_language() {
        List<Playbook> all = Acting.asOperator(playbooks::all);
        assertThat(all).extracting(Playbook::code).contains("empty", "develop", "grow", "keep", "win-back", "part");
        for (Playbook playbook : all.stream().filter(one -> !one.isOwn()).toList()) {
            assertThat(texts.has(playbook.ownKey())).isTrue();
            for (Task task : playbook.tasks().stream()
                    .filter(task -> task.titleKey().startsWith("playbook."))
                    .toList()) {
                assertThat(texts.has(task.titleKey())).isTrue();
                assertThat(texts.has(task.standardKey())).isTrue();
            }
        }
    }

    @Test
    void what_nobody_touched_stays_in_every_language() throws Exception {
        send(cast.director(), form("keep", Map.of("due1", "25", "work2", "Sit down together", "metric1", "")))
                .andExpect(status().is3xxRedirection());
        Playbook keep = at("keep");
        assertThat(keep.title()).isNull();
        assertThat(keep.aims()).hasSize(1);
        assertThat(keep.tasks().getFirst().titleKey()).isEqualTo("playbook.keep.1");
        assertThat(keep.tasks().getFirst().dueDay()).isEqualTo(25);
        assertThat(keep.tasks().get(1).titleKey()).isEqualTo("Sit down together");
        assertThat(keep.tasks().get(1).standardKey()).isEqualTo("playbook.keep.2.standard");
        assertThat(keep.changedBy()).isEqualTo("wang");
    }

    @Test
    void an_own_template_is_copied_chosen_and_begins_a_plan() throws Exception {
        String where = send(
                        cast.director(),
                        post(TEMPLATES).param("title", "Autumn push").param("source", "grow"))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String code = String.valueOf(where).replaceAll(".*/", "");
        assertThat(answer(cast.director(), get(TEMPLATES + "/" + code)))
                .contains("value=\"Autumn push\"", "Guide them on site in stock and display");
        send(
                        cast.director(),
                        form(
                                code,
                                Map.of(
                                        "metric3",
                                        "contacts",
                                        "base3",
                                        "150",
                                        "work3",
                                        "",
                                        "work1",
                                        "Meet {everybody}",
                                        "base1",
                                        "120",
                                        "stretch1",
                                        "",
                                        "challenge1",
                                        "")))
                .andExpect(status().is3xxRedirection());
        assertThat(at(code).tasks()).hasSize(2);

        MockHttpServletRequestBuilder choice = post(TEMPLATES + "/choice");
        Acting.asOperator(playbooks::choices)
                .forEach((situation, chosen) ->
                        choice.param(situation.code(), situation == Situation.UNRATED ? code : chosen));
        send(cast.director(), choice).andExpect(status().is3xxRedirection());
        assertThat(answer(cast.director(), get("/accounts/TA/plan"))).contains("selected>Autumn push");

        send(
                        cast.director(),
                        post("/accounts/TA/plan")
                                .param("playbook", code)
                                .param("title", "Plan TA")
                                .param("periodFrom", "2027-01-01")
                                .param("periodTo", "2027-12-31")
                                .param("submission", UUID.randomUUID().toString()))
                .andExpect(status().is3xxRedirection());
        long plan = rows.count(cast.director(), "select max(id) from planning.plan");
        assertThat(answer(cast.director(), get("/plans/" + plan)))
                .contains("Meet {everybody}")
                .doesNotContain("Train their sales people");
        assertThat(rows.count(
                        cast.director(), "select count(*) from planning.goal where base = 120 and stretch is null"))
                .isOne();

        String refused = answer(cast.director(), form(code, Map.of("retired", "true")));
        assertThat(refused).contains("It is offered first somewhere");
    }

    @Test
    void what_cannot_be_is_said_at_its_row() throws Exception {
        Map<String, String> wrong = Map.of(
                "base1", "120", "stretch1", "110", "due1", "1", "from1", "5", "standard2", "", "metric3", "luck");
        String refused = answer(cast.director(), form("win-back", wrong));
        assertThat(refused)
                .contains("href=\"#stretch1\"", "href=\"#due1\"", "href=\"#standard2\"", "href=\"#metric3\"");
        assertThat(at("win-back").version()).isEqualTo(1);
        send(cast.keyAccountManager(), form("win-back", Map.of())).andExpect(status().isForbidden());
        send(cast.director(), get(TEMPLATES + "/nonsense")).andExpect(status().isNotFound());
    }

    @Test
    void the_second_writer_is_told_of_the_first() throws Exception {
        send(cast.director(), form("part", Map.of("title", "Part well"))).andExpect(status().is3xxRedirection());
        String told = answer(cast.administrator(), form("part", Map.of("version", "1", "title", "Leave")));
        assertThat(told).contains(cast.director().fullName() + " changed this", "Stands now: Part well");
        assertThat(at("part").title()).isEqualTo("Part well");
    }
}
