package mainstay.dossier.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import mainstay.accounts.MergeBench;
import mainstay.dossier.Archive;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Rival;
import mainstay.testing.StandingClock;
import mainstay.testing.Story;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/// Who opens what is personal, and whether it closes again wherever merges carried it.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustodyTests {

    @Autowired
    MockMvc web;

    @Autowired
    Cast cast;

    @Autowired
    Archive archive;

    @Autowired
    LoanBench bench;

    @Autowired
    MergeBench merges;

    @Autowired
    LeavingDesk leaving;

    @Autowired
    StandingClock clock;

    @BeforeAll
    void accounts() {
        archive.accounts("C1", "C2", "C3", "C4", "C5", "C6");
    }

    /// Custody begins at a moment of its own.
    @BeforeEach
    void later() {
        clock.advance(Duration.ofMinutes(1));
    }

    @AfterEach
    void apart() {
        merges.undoAll();
    }

    private User manager(String name) {
        return cast.another(name, name + " full", Role.KAM);
    }

    private ResultActions send(User user, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.locale(Locale.ENGLISH).with(cast.signedIn(user)));
    }

    /// Of how many accounts somebody reads what is personal.
    private long reads(User user) {
        return bench.count(user, "select count(distinct account_id) from identity.standing_grant where level = 4");
    }

    private void give(User giver, String account, String custodian) {
        bench.query(
                giver,
                "select dossier.give_custody(%d, %s, null, 'x')"
                        .formatted(archive.card(account).id(), custodian));
    }

    @Test
    void what_a_merge_carried_on_ends_with_custody_and_membership() {
        User custodian = manager("ca");
        User member = manager("cb");
        long merged = archive.card("C2").id();
        give(cast.director(), "C2", "" + custodian.id());
        String name = "select dossier.name_member(%d, %d, %b, 'x')";
        bench.query(custodian, name.formatted(merged, member.id(), true));
        clock.advance(Duration.ofMinutes(1));
        assertThat(merges.merge("C1", "C2")).isPresent();
        assertThat(reads(custodian)).isEqualTo(2);
        assertThat(reads(member)).isEqualTo(2);

        clock.advance(Duration.ofMinutes(1));
        bench.query(custodian, name.formatted(merged, member.id(), false));
        assertThat(reads(member)).isZero();
        bench.query(cast.director(), "select dossier.give_custody(%d, null, null, 'x')".formatted(merged));
        assertThat(reads(custodian)).isZero();
    }

    @Test
    void who_leaves_hands_over_custody_of_merged_accounts_too() throws Exception {
        User custodian = manager("cc");
        User heir = manager("cd");
        give(cast.director(), "C4", "" + custodian.id());
        clock.advance(Duration.ofMinutes(1));
        assertThat(merges.merge("C3", "C4")).isPresent();
        clock.advance(Duration.ofMinutes(1));

        send(cast.director(), get("/archive/leaving/cc")).andExpect(content().string(containsString("/accounts/C3/")));
        send(
                        cast.director(),
                        post("/archive/leaving/cc")
                                .param("heir", "" + heir.id())
                                .param("reason", "leaves"))
                .andExpect(status().is3xxRedirection());

        assertThat(reads(custodian)).isZero();
        assertThat(reads(heir)).isEqualTo(1);
    }

    @Test
    void who_was_named_meanwhile_answers_on_when_somebody_leaves() throws Exception {
        User before = manager("ce");
        User since = manager("cf");
        User heir = manager("cg");
        long account = archive.card("C5").id();
        give(cast.director(), "C5", "" + before.id());
        clock.advance(Duration.ofMinutes(1));
        try (Rival rival = Rival.open();
                ExecutorService others = Executors.newSingleThreadExecutor()) {
            rival.run("select dossier.give_custody(%d, %d, null, 'rival')".formatted(account, since.id()));
            Future<?> handing = others.submit(() -> cast.as(cast.director(), () -> {
                leaving.handOver("ce", "" + heir.id(), "leaves");
                return true;
            }));
            assertThat(rival.isWaitedFor(handing)).isTrue();
            rival.commit();
            handing.get();
        }
        assertThat(reads(since)).isEqualTo(1);
        assertThat(reads(heir)).isZero();
    }

    @Test
    void nobody_opens_an_archive_to_themselves() throws Exception {
        for (User one : new User[] {cast.director(), cast.administrator()}) {
            for (String part : new String[] {"custodian", "deputy"}) {
                User other = manager("ch");
                send(
                                one,
                                post("/accounts/C6/archive/custody")
                                        .param("custodian", "" + (part.equals("deputy") ? other : one).id())
                                        .param("deputy", "" + (part.equals("deputy") ? one : other).id()))
                        .andExpect(status().isUnprocessableContent())
                        .andExpect(content().string(containsString("nobody opens an archive to themselves")));
            }
            assertThatThrownBy(() -> give(one, "C6", "" + one.id())).isInstanceOf(DataAccessException.class);
            assertThat(reads(one)).isZero();
        }
        send(
                        cast.director(),
                        post("/accounts/C6/archive/custody/members")
                                .param("member", "" + cast.director().id()))
                .andExpect(status().isUnprocessableContent());
        assertThatThrownBy(() -> bench.query(
                        cast.director(),
                        "select dossier.name_member(%d, %d, true, 'x')"
                                .formatted(
                                        archive.card("C6").id(), cast.director().id())))
                .isInstanceOf(DataAccessException.class);
    }
}
