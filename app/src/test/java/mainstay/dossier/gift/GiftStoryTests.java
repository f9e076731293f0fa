package mainstay.dossier.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainstay.accounts.people.PersonBench;
import mainstay.approvals.Approvals;
import mainstay.dossier.Archive;
import mainstay.identity.Acting;
import mainstay.identity.Level;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Rival;
import mainstay.testing.Story;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Gifts within the limit are written down; those over it are asked for.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GiftStoryTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    PersonBench people;

    @Autowired
    Approvals approvals;

    private User manager;

    @BeforeAll
    void limits() throws Exception {
        archive.accounts("G1", "G2");
        manager = cast.another("gu", "顾经理", Role.KAM);
        archive.grant("G1", manager, Level.FULL);
        send(cast.director(), post("/people/gifts").param("given", "500").param("received", ""))
                .andExpect(redirectedUrl("/people/gifts"));
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    private String page(User user, String address) throws Exception {
        return send(user, get(address)).andReturn().getResponse().getContentAsString();
    }

    private static MockHttpServletRequestBuilder gift(long person, String worth, String day, String reason) {
        return post("/people/{id}/gifts", person)
                .param("account", "G1")
                .param("direction", "given")
                .param("kind", "gift")
                .param("givenOn", day)
                .param("worth", worth)
                .param("occasion", "Mid-autumn")
                .param("reason", reason)
                .param("submission", UUID.randomUUID().toString());
    }

    private long latest() {
        return people.count(cast.director(), "select max(id) from dossier.gift");
    }

    private String state(long gift) {
        return people.texts(cast.director(), "select state from dossier.gift where id = " + gift)
                .getFirst();
    }

    private void decide(long gift, String decision) throws Exception {
        long request = Acting.asOperator(() -> approvals.latest("gift", String.valueOf(gift)))
                .orElseThrow()
                .id();
        send(
                        cast.director(),
                        post("/approvals/{id}/decisions", request)
                                .param("decision", decision)
                                .param("remark", "seen"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void within_the_limit_it_is_written_down_once_and_summed_up() throws Exception {
        long person = people.add("G1", "葛优优");
        MockHttpServletRequestBuilder once = gift(person, "120.50", "2026-09-25", "");
        send(manager, once).andExpect(status().is3xxRedirection());
        send(manager, once).andExpect(status().is3xxRedirection());

        assertThat(page(manager, "/people/" + person + "/gifts")).contains("1 gift", "120.50", "Mid-autumn", "顾经理");
        assertThat(page(manager, "/people/gifts?year=2026&account=G1")).contains("葛优优", "given");
        assertThat(page(manager, "/people/gifts.csv?year=2026")).contains("葛优优", "120.5", "written down", "顾经理");
        assertThat(page(cast.viewer(), "/people/gifts?year=2026")).doesNotContain("葛优优");
    }

    @Test
    void over_the_limit_of_the_year_it_needs_a_reason_and_a_yes() throws Exception {
        long person = people.add("G1", "古月明");
        send(manager, gift(person, "400", "2026-02-01", "")).andExpect(status().is3xxRedirection());
        String refused = send(manager, gift(person, "150", "2026-10-01", ""))
                .andExpect(status().isUnprocessableContent())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(refused).contains("over the limit of 500 for 2026", "400 is written down already");
        send(manager, gift(person, "150", "2025-10-01", "")).andExpect(status().is3xxRedirection());

        send(manager, gift(person, "150", "2026-10-01", "twenty years together"))
                .andExpect(status().is3xxRedirection());
        long asked = latest();
        assertThat(state(asked)).isEqualTo("asked");
        assertThat(page(cast.director(), "/approvals"))
                .contains("over the limit of the year")
                .doesNotContain("古月明");
        decide(asked, "granted");
        assertThat(state(asked)).isEqualTo("granted");
        assertThat(page(manager, "/people/" + person + "/gifts")).contains("approved");
    }

    @Test
    void what_was_refused_counts_for_nothing() throws Exception {
        long person = people.add("G1", "关山月");
        send(manager, gift(person, "600", "2026-03-01", "a wedding")).andExpect(status().is3xxRedirection());
        long asked = latest();
        decide(asked, "refused");
        assertThat(state(asked)).isEqualTo("refused");

        send(manager, gift(person, "500", "2026-03-02", "")).andExpect(status().is3xxRedirection());
        assertThat(state(latest())).isEqualTo("kept");
    }

    @Test
    void the_database_takes_nothing_past_the_limit_nor_of_strangers() {
        long person = people.add("G1", "龚自珍");
        long stranger = people.add("G2", "耿直");
        String insert = """
                insert into dossier.gift (person_id, account_id, direction, kind, colleague, given_on, worth, state, submission, recorded_by,
                                          recorded_at)
                values (%d, %d, 'given', 'gift', 'x', date '2026-01-01', %d, '%s', gen_random_uuid(), 'x', now())""";
        long here = archive.card("G1").id();
        assertThatThrownBy(() -> people.run(manager, insert.formatted(person, here, 5_000_001, "kept")))
                .hasStackTraceContaining("over the limit");
        assertThatThrownBy(() -> people.run(manager, insert.formatted(person, here, 1, "granted")))
                .hasStackTraceContaining("over the limit");
        assertThatThrownBy(() -> people.run(manager, insert.formatted(stranger, here, 1, "kept")))
                .hasStackTraceContaining("never worked");
        assertThatThrownBy(() -> people.run(
                        manager, insert.formatted(stranger, archive.card("G2").id(), 1, "kept")))
                .hasStackTraceContaining("row-level security");
        assertThat(people.count(manager, "select dossier.gifts_of_year(" + stranger + ", 'given', date '2026-01-01')"))
                .isZero();
    }

    @Test
    void words_go_with_an_erased_person_and_sums_stay() throws Exception {
        long person = people.add("G1", "桂花香");
        send(manager, gift(person, "77", "2026-04-01", "")).andExpect(status().is3xxRedirection());
        long gift = latest();
        send(
                        cast.director(),
                        post("/people/{id}/erasure", person)
                                .param("askedOn", "2026-11-15")
                                .param("way", "letter")
                                .param("sure", "yes"))
                .andExpect(status().is3xxRedirection());

        assertThat(page(cast.director(), "/people/gifts?year=2026"))
                .contains("77", "Erased person " + person)
                .doesNotContain("桂花香");
        assertThat(people.count(
                        cast.director(), "select count(*) from dossier.gift where occasion is null and id = " + gift))
                .isEqualTo(1);
    }

    @Test
    void what_was_written_down_by_mistake_is_struck_out_with_a_reason_and_counts_for_nothing() throws Exception {
        long person = people.add("G1", "误记人");
        send(manager, gift(person, "450", "2026-05-01", "")).andExpect(status().is3xxRedirection());
        long wrong = latest();
        String address = "/people/" + person + "/gifts/" + wrong + "/striking";
        assertThat(page(manager, "/people/" + person + "/gifts")).contains(address);
        send(manager, post(address).param("why", "  ")).andExpect(status().isUnprocessableContent());
        send(
                        manager,
                        post("/people/" + (person + 1_000) + "/gifts/" + wrong + "/striking")
                                .param("why", "x"))
                .andExpect(status().isNotFound());

        send(manager, post(address).param("why", "it was 45")).andExpect(status().is3xxRedirection());

        assertThat(state(wrong)).isEqualTo("struck");
        assertThat(page(manager, "/people/gifts.csv?year=2026")).contains("Struck out because", "it was 45");
        assertThat(page(manager, "/people/" + person + "/gifts"))
                .contains("struck out", "it was 45")
                .doesNotContain(address);
        send(manager, post(address).param("why", "twice")).andExpect(status().isConflict());
        send(manager, gift(person, "400", "2026-05-01", "")).andExpect(status().is3xxRedirection());
        assertThat(state(latest()))
                .as("the mistake does not count towards the limit")
                .isEqualTo("kept");
    }

    @Test
    void nobody_strikes_out_what_others_wrote_but_those_who_see_everything() throws Exception {
        long person = people.add("G1", "他记人");
        send(cast.director(), gift(person, "20", "2026-05-02", "")).andExpect(status().is3xxRedirection());
        long gift = latest();
        String address = "/people/" + person + "/gifts/" + gift + "/striking";
        send(manager, post(address).param("why", "mine")).andExpect(status().isConflict());
        send(cast.viewer(), post(address).param("why", "mine")).andExpect(status().isForbidden());
        assertThat(people.run(
                        manager,
                        "update dossier.gift set state = 'struck', struck_by = 'x', struck_at = now() where id = "
                                + gift))
                .isZero();
        send(cast.controller(), post(address).param("why", "never given")).andExpect(status().is3xxRedirection());
        assertThat(state(gift)).isEqualTo("struck");
    }

    @Test
    void a_form_that_is_sent_twice_at_once_makes_one_gift() throws Exception {
        long person = people.add("G1", "双击人");
        String submission = UUID.randomUUID().toString();
        MockHttpServletRequestBuilder once = post("/people/{id}/gifts", person)
                .param("account", "G1")
                .param("direction", "given")
                .param("kind", "gift")
                .param("givenOn", "2026-05-01")
                .param("worth", "20")
                .param("submission", submission);
        try (Rival first = Rival.open();
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            first.run("""
                    insert into dossier.gift (person_id, account_id, direction, kind, colleague, given_on, worth, state, submission, recorded_by,
                                              recorded_at)
                    values (%d, %d, 'given', 'gift', 'x', date '2026-05-01', 200000, 'kept', '%s', 'x', now())""".formatted(person, archive.card("G1").id(), submission));
            Future<Integer> second = others.submit(
                    () -> send(manager, once).andReturn().getResponse().getStatus());
            assertThat(first.isWaitedFor(second)).isTrue();
            first.commit();
            assertThat(second.get()).isEqualTo(302);
        }
        assertThat(people.count(manager, "select count(*) from dossier.gift where person_id = " + person))
                .isEqualTo(1);
    }
}
