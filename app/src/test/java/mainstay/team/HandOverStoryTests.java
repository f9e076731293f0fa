package mainstay.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Objects;
import mainstay.accounts.people.PersonBench;
import mainstay.dossier.Archive;
import mainstay.dossier.custody.LoanBench;
import mainstay.identity.Role;
import mainstay.identity.User;
import mainstay.testing.Cast;
import mainstay.testing.Story;
import mainstay.testing.StoryDatabase;
import mainstay.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/// Who leaves hands over all at once, and a protocol is kept.
@Story
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HandOverStoryTests {

    @Autowired
    TeamBench bench;

    @Autowired
    Archive archive;

    @Autowired
    LoanBench loans;

    @Autowired
    PersonBench sql;

    @Autowired
    Cast cast;

    private long count(String query) {
        return sql.count(cast.director(), query);
    }

    @Test
    void all_of_it_passes_on_together_with_a_protocol_or_nothing_does() throws Exception {
        archive.accounts("H1", "H2");
        User leaver = cast.another("he", "何经理", Role.KAM);
        User heir = cast.another("hu", "胡经理", Role.KAM);
        bench.send(
                        cast.director(),
                        post("/accounts/assignments")
                                .param("account", "" + bench.card("H1").id())
                                .param("to", "user:" + leaver.id())
                                .param("mark", mark("H1")))
                .andExpect(status().is3xxRedirection());
        bench.give("H1", "orders", leaver, "accountable");
        bench.give("H2", "credit", leaver, "consulted");
        bench.join("H2", TeamBench.form(leaver, "sponsor", "20", "2026-01-01", ""));
        loans.name(archive.card("H2"), leaver, cast.director());
        bench.send(cast.director(), post("/team/coverage/pool").param("user", "" + leaver.id()))
                .andExpect(status().is3xxRedirection());

        assertThat(bench.page(cast.director(), "/team/leaving/he"))
                .contains(
                        "Accounts managed (1)",
                        "Duties (2)",
                        "The long tail (1)",
                        "Archives (1)",
                        "1 duty at 1 account");
        bench.send(
                        cast.director(),
                        post("/team/leaving/he").param("reason", "leaves").param("heir-accounts", "" + heir.id()))
                .andExpect(status().isUnprocessableContent());
        assertThat(count("select count(*) from accounts.pub_account where manager_id = " + leaver.id()))
                .isEqualTo(1);

        String protocol = Objects.requireNonNull(bench.send(
                        cast.director(),
                        post("/team/leaving/he")
                                .param("reason", "leaves the firm")
                                .param("heir-accounts", "" + heir.id())
                                .param("heir-memberships", "" + cast.director().id())
                                .param("heir-duties", "" + heir.id())
                                .param("heir-pools", "" + heir.id())
                                .param("heir-archives", "" + heir.id()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
        assertThat(bench.page(cast.director(), protocol))
                .contains("胡经理", "H1", "H2", "Daily orders: Accountable", "leaves the firm");
        assertThat(count("select count(*) from accounts.pub_account where manager_id = " + heir.id()))
                .isEqualTo(1);
        assertThat(count("select count(*) from team.duty where until is null and user_id = " + heir.id()))
                .isEqualTo(2);
        assertThat(count("select count(*) from team.duty where until is null and user_id = " + leaver.id()))
                .isZero();
        assertThat(count("select count(*) from team.pool where until is null and user_id = " + heir.id()))
                .isEqualTo(1);
        assertThat(count("select count(*) from dossier.custody where until is null and user_id = " + heir.id()))
                .isEqualTo(1);
        assertThat(count("select count(*) from team.member where until_day is null and role = 'sponsor' and user_id = "
                        + cast.director().id()))
                .isEqualTo(1);
        assertThat(bench.page(cast.director(), "/team/leaving/he")).contains("has nothing left to hand over");
        bench.send(heir, get(protocol)).andExpect(status().isForbidden());
        assertThat(sql.count(heir, "select count(*) from team.handover")).isZero();
    }

    @Test
    void duties_in_a_retired_field_end_and_what_the_heir_does_already_stays_as_it_is() throws Exception {
        archive.accounts("H3");
        User leaver = cast.another("hong", "洪工", Role.KAM);
        User heir = cast.another("huo", "霍工", Role.KAM);
        bench.give("H3", "samples", leaver, "accountable");
        bench.give("H3", "visits", leaver, "responsible");
        bench.give("H3", "visits", heir, "responsible");
        TestServer.executeAt(
                StoryDatabase.ownerUrl(),
                "update team.duty set turn = 2 where until is null and user_id = " + heir.id(),
                "update team.field set retired_at = now() where code = 'samples'");
        assertThat(bench.page(cast.director(), "/accounts/H3/team")).contains("Samples");

        bench.send(
                        cast.director(),
                        post("/team/leaving/hong").param("reason", "leaves").param("heir-duties", "" + heir.id()))
                .andExpect(status().is3xxRedirection());

        assertThat(count("select count(*) from team.duty where until is null and user_id = " + leaver.id()))
                .isZero();
        assertThat(count("select turn from team.duty where until is null and user_id = " + heir.id()))
                .isEqualTo(2);
        TestServer.executeAt(
                StoryDatabase.ownerUrl(), "update team.field set retired_at = null where code = 'samples'");
    }

    /// Of the preview that is agreed to.
    private String mark(String code) throws Exception {
        String page = bench.page(
                cast.director(),
                "/accounts/assignments/new?account=" + bench.card(code).id());
        return page.replaceAll("(?s).*name=\"mark\" value=\"(-?\\d+)\".*", "$1");
    }
}
